using CreditKit.Desensitization;
using CreditKit.Ledger.Reviews;
using CreditKit.Recognition;

namespace CreditKit.Review;

/// <summary>Checks a reviewer's marks against the texts they are about, and turns them into what is kept with the record.</summary>
internal static class MarkReader
{
    /// <summary>Every span of the record with its verdict; blocking ones are listed apart.</summary>
    public static IReadOnlyList<HandledSpan> Read(IReadOnlyList<ReviewedText> texts, IReadOnlyList<ReviewMark> marks, out IReadOnlyList<ReviewMark> blocking)
    {
        var lifted = new List<ReviewMark>();
        var spans = new List<HandledSpan>();
        foreach (var mark in marks)
        {
            var text = texts.FirstOrDefault(t => t.Field.Id == mark.Field) ?? throw Wrong($"没有字段“{mark.Field}”或它没有内容");
            if (mark.Length < 1 || mark.Start < 0 || mark.Start > text.Text.Length - mark.Length) throw Wrong($"{mark.Field} 的位置 {mark.Start}+{mark.Length} 超出文字范围");
            if (char.IsLowSurrogate(text.Text[mark.Start]) || char.IsHighSurrogate(text.Text[mark.Start + mark.Length - 1])) throw Wrong($"{mark.Field} 的位置 {mark.Start}+{mark.Length} 切开了一个字");
            switch (mark.Verdict)
            {
                case SpanVerdict.Added:
                    if (!PersonalDataKind.All.Contains(mark.Kind)) throw Wrong($"种类“{mark.Kind}”不存在，应为 {string.Join("、", PersonalDataKind.All)} 之一");
                    spans.Add(Span(text, mark.Start, mark.Length, mark.Kind, SpanVerdict.Added, mark.Reason));
                    break;
                case SpanVerdict.Lifted:
                    if (string.IsNullOrWhiteSpace(mark.Reason)) throw Wrong($"解除 {mark.Field} 的 {mark.Start}+{mark.Length} 须写明理由");
                    var hit = text.Spans.FirstOrDefault(s => s.Start == mark.Start && s.Length == mark.Length);
                    if (hit.Length == 0) throw Wrong($"{mark.Field} 的 {mark.Start}+{mark.Length} 不是识别出的内容，无从解除");
                    if (SpanAmendments.ProvesItself(hit)) lifted.Add(mark);
                    spans.Add(Span(text, mark.Start, mark.Length, hit.Kind, SpanVerdict.Lifted, mark.Reason));
                    break;
                default:
                    break;
            }
        }

        blocking = lifted;
        foreach (var text in texts)
            foreach (var found in text.Spans)
                if (!spans.Exists(s => s.Field == text.Field.Id && s.Start == found.Start && s.Length == found.Length))
                    spans.Add(Span(text, found.Start, found.Length, found.Kind, SpanVerdict.Confirmed, ""));
        return spans;
    }

    private static HandledSpan Span(ReviewedText text, int start, int length, string kind, SpanVerdict verdict, string reason) =>
        new(text.Field.Id, start, length, kind, verdict, text.Text.Substring(start, length), SpanAmendments.HashOf(text.Text), reason.Trim());

    public static CreditKitException Wrong(string what) => new("CK1223", $"审查意见有误：{what}。", "请重新打开该条记录，对照文字和位置后再提交。");
}
