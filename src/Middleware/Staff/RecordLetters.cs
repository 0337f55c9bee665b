using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>
/// What is served together with a decision: the notice that and how long it is shown, and for a penalty the notice on credit
/// repair (两书同达). Both name the party as it is: opening them is registered.
/// </summary>
internal static class RecordLetters
{
    public static StaffBlock Asking(StaffCall call, LedgerRecord record) => new()
    {
        Heading = "随决定书送达的告知书",
        Note = record.Record.Value.Kind == RecordKind.Penalty ? "公示告知书和信用修复告知书与处罚决定书一并送达（两书同达）。" : "公示告知书可以随决定书一并送达。",
        Form = new() { Small = true, Action = call.Url($"/records/{record.PublicId}/letters"), Token = call.Token, Buttons = [new() { Text = "制作告知书（登记本次查看）", Value = "letters", Quiet = true }] },
    };

    public static Task ShowAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        if (record.Standing.WithdrawnAt is not null || record.Held) return call.RefuseAsync("没有制作", "这条记录已经撤下，或者按保密审查意见不公示。", 409, "/records");
        if (call.Engine.Access.Open(record.PublicId, new AccessRequest(call.Person.Id, "制作送达的告知书")) is null) return call.NotFoundAsync();
        var law = RecordViews.Law(call.Engine, record.Record.Value, record.Standing);
        var number = RecordViews.Number(RecordViews.Public(call.Engine, record));
        List<StaffBlock> blocks = [new() { Letter = Publication(call, record.Record.Value, law) }];
        if (record.Record.Value.Kind == RecordKind.Penalty && call.Engine.Cases.Inbox.RepairGuideOf(record.PublicId) is { } guide)
            blocks.Add(new() { Letter = Repair(call, record.Record.Value, law, guide) });
        return call.PageAsync(call.Page("告知书", "/records", blocks, "", RecordPages.Crumbs(call, number, $"/records/{record.PublicId}", "告知书")));
    }

    private static StaffLetter Publication(StaffCall call, CreditRecord record, DisclosureDecision law)
    {
        var shown = law.Allowed && law.From is not null && !law.MarkedNotPublic;
        return new()
        {
            Title = StaffWords.Of(record.Kind) + "信息公示告知书",
            To = record.Counterpart.Name ?? "当事人",
            Paragraphs =
            [
                $"本机关于 {StaffCall.Day(record.DecisionDate)} 对你（单位）作出 {Number(record)}。",
                shown ? $"依照{law.Source}，该决定的信息{(law.PublishBy is { } by ? $"不迟于 {StaffCall.Day(by)} " : "")}在本机关网站“{call.Options.Look.ColumnName}”公示{(law.LastDay is { } last ? $"，公示至 {StaffCall.Day(last)}" : "")}，并按规定报送信用信息平台。" : $"依照{law.Source}，该决定的信息不在本机关网站公示；依法应当共享的，报送信用信息平台。",
                "公示时，身份证件号码、住址、电话等个人信息作脱敏处理。",
                "认为公示的信息有错误、遗漏或者超期公示的，可以在该栏目“异议与修复”提出异议，也可以到本机关窗口书面提出。办理不收取任何费用。",
            ],
            From = record.DecidingAuthority.Name,
            Date = StaffCall.Day(call.Today),
        };
    }

    private static StaffLetter Repair(StaffCall call, CreditRecord record, DisclosureDecision law, Cases.RepairGuide guide) => new()
    {
        Title = "信用修复告知书",
        To = record.Counterpart.Name ?? "当事人",
        Paragraphs =
        [
            $"{Number(record)}的信息公示后，纠正违法行为、履行义务并达到最短公示期的，可以申请信用修复，提前停止公示。",
            (guide.From ?? law.RepairableFrom) is { } from ? $"最早可以申请的日期：{StaffCall.Day(from)}。" : guide.Text,
            .. guide.Materials.Count > 0 ? [$"申请材料：{string.Join("、", guide.Materials)}。"] : Array.Empty<string>(),
            $"受理窗口：{(call.Options.Cases.RepairForm ? $"本机关网站“{call.Options.Look.ColumnName}”的“异议与修复”，或者{guide.Window}" : guide.Window)}。",
            $"依据：{guide.Source}。申请信用修复不收取任何费用；声称可以收费代办的，请勿相信。",
        ],
        From = record.DecidingAuthority.Name,
        Date = StaffCall.Day(call.Today),
    };

    private static string Number(CreditRecord record) => string.IsNullOrWhiteSpace(record.DocumentNumber) ? "决定" : record.DocumentNumber;
}
