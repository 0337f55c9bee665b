using CreditKit.Recognition;

namespace CreditKit.Desensitization;

/// <summary>A text as anyone may see it, and what was hidden in it.</summary>
/// <param name="Text">The masked text.</param>
/// <param name="Spans">The whole recognized values, in UTF-16 offsets of the text before masking.</param>
public sealed record MaskedText(string Text, IReadOnlyList<RecognizedSpan> Spans)
{
    /// <summary>Something was hidden.</summary>
    public bool Masked => Spans.Count > 0;
}
