namespace CreditKit.Records;

/// <summary>Brings what people type (full-width forms, small letters, blanks around) to the one form that codes are checked in.</summary>
internal static class CodeText
{
    /// <summary>Folds <paramref name="text"/> into <paramref name="target"/>; the length written, or -1 when it does not fit.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        text = text.Trim();
        if (text.Length > target.Length) return -1;
        for (var i = 0; i < text.Length; i++) target[i] = Fold(text[i]);
        return text.Length;
    }

    /// <summary>Full-width ASCII becomes half-width, small letters become capitals.</summary>
    public static char Fold(char c)
    {
        if (c is >= '！' and <= '～') c = (char)(c - 0xFEE0);
        return c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
    }

    /// <summary>One character repeated (000000000): what a clerk types when there is no number.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> code) => code.Length > 0 && code.IndexOfAnyExcept(code[0]) < 0;

    public static bool AllDigits(ReadOnlySpan<char> code) => code.IndexOfAnyExceptInRange('0', '9') < 0;
}
