namespace CreditKit.Recognition;

/// <summary>One recognized value of personal data in a text.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 length of the whole value, separators inside included.</param>
/// <param name="Kind">One of <see cref="PersonalDataKind"/>.</param>
/// <param name="Certain">A check digit or a grammar without a second reading: a publication must wait until it is masked.</param>
public readonly record struct RecognizedSpan(int Start, int Length, string Kind, bool Certain)
{
    /// <summary>End, exclusive.</summary>
    public int End => Start + Length;
}
