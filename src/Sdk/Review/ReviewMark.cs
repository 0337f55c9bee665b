using CreditKit.Ledger.Reviews;

namespace CreditKit.Review;

/// <summary>A reviewer's word on one place of a text. Recognized spans that are not mentioned count as confirmed.</summary>
/// <param name="Field">Field id, e.g. <c>ViolationFacts</c>.</param>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 length, at least 1.</param>
/// <param name="Verdict">Added (mask this too) or lifted (recognized by mistake); confirmed need not be said.</param>
/// <param name="Kind">Kind of personal data for what is added; default <c>person-name</c>. Ignored otherwise.</param>
/// <param name="Reason">Why; must not be blank for what is lifted.</param>
public sealed record ReviewMark(string Field, int Start, int Length, SpanVerdict Verdict, string Kind = Recognition.PersonalDataKind.PersonName, string Reason = "")
{
    /// <summary>The place only: a reason must not reach a log by being printed.</summary>
    public override string ToString() => $"{Verdict} {Field} {Start}+{Length}";
}
