using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What entry staff need not type: a known subject by its code or name, and what the catalogue knows of an item.</summary>
internal static class EntryHelp
{
    private const int MostSubjects = 20;
    private const int MostRows = 100;
    private const int MostItems = 500;

    /// <summary>Organisations on the column with this code, or whose name has this text: what is public of them.</summary>
    public static IReadOnlyList<(string Code, string Name)> Subjects(StaffCall call, string text)
    {
        if (text.Length < 2 || !call.Engine.Query.IsReady) return [];
        var byCode = UnifiedSocialCreditCode.IsValid(text);
        var filter = byCode ? new PublicFilter { SubjectCode = text, CounterpartKind = CounterpartKind.Organization } : new PublicFilter { Text = text, CounterpartKind = CounterpartKind.Organization };
        return
        [
            .. call.Engine.Query.List(filter, null, MostRows).Rows
                .Where(r => byCode || r.CounterpartName.Contains(text, StringComparison.Ordinal))
                .DistinctBy(r => r.CounterpartName)
                .Select(r => call.Engine.Query.Find(r.Id).Record).Where(r => r?.CounterpartCode is not null)
                .Select(r => (r!.CounterpartCode!, r.CounterpartName)).Distinct().Take(MostSubjects),
        ];
    }

    /// <summary>Puts a subject into its fields.</summary>
    public static void Take(EntrySheet sheet, string[] cells, (string Code, string Name) subject)
    {
        sheet.Set(cells, StandardField.CounterpartName, subject.Name);
        sheet.Set(cells, StandardField.UnifiedSocialCreditCode, subject.Code);
        sheet.Set(cells, StandardField.CounterpartKind, sheet.TextOf(StandardField.CounterpartKind, nameof(CounterpartKind.Organization)));
    }

    /// <summary>Items of the catalogue for this kind, for the field's list.</summary>
    public static IReadOnlyList<StaffOption> Items(StaffCall call, RecordKind kind) =>
        [.. call.Engine.Catalogue.Current.InForce(call.Today).Where(i => i.Kind == kind).Take(MostItems).Select(i => new StaffOption { Value = i.Code, Text = i.Name })];

    /// <summary>Fills what is empty from the item; what was typed stays.</summary>
    public static StaffNotice Fill(StaffCall call, EntrySheet sheet, string[] cells)
    {
        var code = sheet.Get(cells, StandardField.ItemCode);
        if (code.Length == 0) return new() { Tone = "care", Word = "没有填入。", Text = "请先填写事项编码。" };
        var day = sheet.Bind(cells).Record.DecisionDate ?? call.Today;
        if (call.Engine.Catalogue.Current.Find(code, day) is not { } item || item.Kind != sheet.Kind)
            return new() { Tone = "care", Word = "没有填入。", Text = $"事项目录中没有 {StaffCall.Day(day)} 有效的事项 {code}。请核对编码，或者先由系统管理人员导入目录。" };
        List<string> filled = [];
        Put(sheet.Kind == RecordKind.Penalty ? StandardField.LegalBasis : StandardField.SettingBasis, item.LegalBasis);
        Put(StandardField.SettingBasis, item.LegalBasis);
        Put(StandardField.RemedyChannel, item.Remedy ?? call.Options.DefaultRemedy);
        Put(StandardField.PersonalDisclosureBasis, item.PersonalBasis);
        if (item.ByCommitment) Put(StandardField.ByCommitment, sheet.TextOf(StandardField.ByCommitment, "是"));
        var period = item.Period is { Length: > 0 } words ? $"目录载明的公示期限：{words}。"
            : item is { PeriodMonths: { } months, PeriodBasis: { } basis } ? FormattableString.Invariant($"公示期限按目录计算：自决定之日起 {months} 个月（{basis}）。") : "";
        return filled.Count == 0
            ? new() { Word = $"事项：{item.Name}。", Text = $"各栏已有内容，没有改动。{period}" }
            : new() { Word = $"事项：{item.Name}。", Text = $"已填入 {string.Join("、", filled)}，请核对。{period}" };

        void Put(StandardField field, string? value)
        {
            if (string.IsNullOrEmpty(value) || !sheet.Has(field) || sheet.Get(cells, field).Length > 0) return;
            sheet.Set(cells, field, value);
            filled.Add(sheet.HeadOf(field));
        }
    }
}
