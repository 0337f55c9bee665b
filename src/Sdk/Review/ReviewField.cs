using CreditKit.Recognition;

namespace CreditKit.Review;

/// <summary>One value of a record under review.</summary>
/// <param name="Field">Field id, e.g. <c>ViolationFacts</c>.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Text">The value unmasked.</param>
/// <param name="Shown">The value as it would be shown.</param>
/// <param name="Spans">What is hidden in it, in UTF-16 offsets of <paramref name="Text"/>; empty where the value is masked or shown as a whole.</param>
public sealed record ReviewField(string Field, string Label, string Text, string Shown, IReadOnlyList<RecognizedSpan> Spans)
{
    /// <summary>The field id only: a value must not reach a log by being printed.</summary>
    public override string ToString() => Field;
}
