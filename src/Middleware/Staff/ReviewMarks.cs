using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Ledger.Reviews;
using CreditKit.Recognition;
using CreditKit.Review;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The recognized values of a record as a form: each confirmed or lifted with a reason, and others added.</summary>
internal static class ReviewMarks
{
    private const int Additions = 3;

    private static readonly (string Kind, string Text)[] s_kinds =
    [
        (PersonalDataKind.PersonName, "自然人姓名"), (PersonalDataKind.IdentityNumber, "身份证件号码"), (PersonalDataKind.Mobile, "手机号码"), (PersonalDataKind.Landline, "固定电话"), (PersonalDataKind.BankCard, "银行卡号"),
        (PersonalDataKind.BankAccount, "银行账号"), (PersonalDataKind.Address, "住址"), (PersonalDataKind.BirthDate, "出生日期"), (PersonalDataKind.Plate, "车牌号"), (PersonalDataKind.Email, "电子邮箱"),
        (PersonalDataKind.WeChat, "微信号"), (PersonalDataKind.QQ, "QQ 号"), (PersonalDataKind.Health, "健康信息"), (PersonalDataKind.Passport, "护照号"), (PersonalDataKind.TravelPermit, "通行证号"),
        (PersonalDataKind.PermanentResidence, "永久居留身份证号"), (PersonalDataKind.TaxNumber, "含身份证号的税号"),
    ];

    public static string Of(string kind) => s_kinds.FirstOrDefault(k => k.Kind == kind).Text ?? kind;

    /// <summary>The form's groups for an opened sheet.</summary>
    public static IReadOnlyList<StaffGroup> Groups(ReviewSheet sheet)
    {
        // The same text is judged once, wherever it stands in the record.
        var (recognized, certain) = (new List<StaffField>(), new List<string>());
        foreach (var same in sheet.Fields.SelectMany(f => f.Spans.Select(s => (Field: f, Span: s, Text: f.Text.Substring(s.Start, s.Length)))).GroupBy(v => (v.Span.Kind, v.Text)))
        {
            var (first, count) = (same.First(), same.Count());
            var label = FormattableString.Invariant($"{Of(first.Span.Kind)}“{first.Text}”，{string.Join("、", same.Select(v => v.Field.Label).Distinct())}{(count > 1 ? FormattableString.Invariant($"，共 {count} 处") : "")}");
            if (same.Any(v => SpanAmendments.ProvesItself(v.Span)))
            {
                certain.Add(label);
                continue;
            }

            var name = Name(first.Field.Field, first.Span);
            recognized.Add(StaffFields.Select("m." + name, label, [("", "确认遮盖"), ("lift", "识别有误，解除遮盖")], ""));
            recognized.Add(StaffFields.Text("r." + name, "解除的理由", "", "只在解除遮盖时填写。"));
        }

        var texts = sheet.Fields.Where(f => f.Text.Length > 0).Select(f => (f.Field, f.Label)).ToList();
        var added = new List<StaffField>();
        for (var i = 0; i < Additions; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            added.Add(StaffFields.Text("a." + n, FormattableString.Invariant($"第 {i + 1} 处：要遮盖的文字"), "", i == 0 ? "照原文抄写；同样的文字在这条记录中一并遮盖。" : ""));
            added.Add(StaffFields.Select("k." + n, "种类", s_kinds, PersonalDataKind.PersonName));
        }

        return
        [
            new() { Legend = recognized.Count + certain.Count == 0 ? "没有识别出个人信息" : "识别出的个人信息", Note = certain.Count == 0 ? "" : $"校验位证明是真实号码、必须遮盖的：{string.Join("；", certain)}。", Fields = recognized },
            new() { Legend = texts.Count == 0 ? "" : "没有识别出、也要遮盖的", Fields = added },
        ];
    }

    /// <summary>The marks that were posted, checked against the record.</summary>
    /// <exception cref="CreditKitException">CK1805: a text to mask is not in the record, or a reason is missing.</exception>
    public static IReadOnlyList<ReviewMark> Read(StaffCall call, LedgerRecord record)
    {
        var engine = call.Engine;
        var law = RecordViews.Law(engine, record.Record.Value, record.Standing);
        var texts = engine.Desensitizer.Review(record.Record.Value, law, law.From ?? call.Today, record.Handling);
        var marks = new List<ReviewMark>();
        var first = new Dictionary<(string, string), string>();
        foreach (var text in texts)
        {
            foreach (var span in text.Spans)
            {
                var own = Name(text.Field.Id, span);
                if (!first.TryGetValue((span.Kind, text.Text.Substring(span.Start, span.Length)), out var name)) first[(span.Kind, text.Text.Substring(span.Start, span.Length))] = name = own;
                if (call.Posted("m." + name) != "lift" && call.Posted("m." + own) != "lift") continue;
                if (SpanAmendments.ProvesItself(span)) throw new CreditKitException("CK1805", $"“{text.Field.Label}”中有校验位的号码不能解除遮盖。", "公示的文书中不能出现真实的身份证件号码、银行卡号。");
                if (call.Posted("r." + name).Length == 0) throw new CreditKitException("CK1805", $"解除“{text.Field.Label}”中的遮盖没有写明理由。", "请写明为什么不是个人信息。");
                marks.Add(new ReviewMark(text.Field.Id, span.Start, span.Length, SpanVerdict.Lifted, span.Kind, call.Posted("r." + name)));
            }
        }

        for (var i = 0; i < Additions; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            if (call.Posted("a." + n) is not { Length: > 0 } wanted) continue;
            var kind = s_kinds.Any(k => k.Kind == call.Posted("k." + n)) ? call.Posted("k." + n) : PersonalDataKind.PersonName;
            var before = marks.Count;
            foreach (var text in texts)
                for (var at = text.Text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
                    marks.Add(new ReviewMark(text.Field.Id, at, wanted.Length, SpanVerdict.Added, kind, "审核人员补充"));
            if (marks.Count == before) throw new CreditKitException("CK1805", "要遮盖的文字在这条记录中没有找到。", "请照原文抄写，注意全角、半角和空格。");
        }

        return marks;
    }

    private static string Name(string field, RecognizedSpan span) => FormattableString.Invariant($"{field}.{span.Start}.{span.Length}");

    /// <summary>The original with what is hidden marked in it.</summary>
    public static StaffCompare Compare(ReviewSheet sheet) => new()
    {
        Left = "原文",
        Right = "公众将看到的",
        Rows = [.. sheet.Fields.Where(f => f.Text.Length > 0).Select(f => new StaffComparison
        {
            Label = f.Label,
            Left = Templates.TrustedMarkup.Marked(f.Text, [.. f.Spans.OrderBy(s => s.Start).Select(s => (s.Start, s.Length))]),
            Right = Templates.TrustedMarkup.FromText(f.Shown.Length == 0 ? "（不公开）" : f.Shown),
            Badge = f.Spans.Count > 0 || f.Text != f.Shown ? "已脱敏" : "",
        })],
    };
}
