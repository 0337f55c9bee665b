using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>Character classes; full-width forms count as what they show.</summary>
internal static class Chars
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c == '　' ? ' ' : c;

    public static char Upper(char c)
    {
        c = Fold(c);
        return c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    public static int Digit(char c) => c >= '０' ? c - '０' : c - '0';

    public static bool IsLetter(char c)
    {
        c = Fold(c);
        return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
    }

    public static bool IsAlnum(char c) => IsDigit(c) || IsLetter(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHan(char c) => c is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') or '〇';

    /// <summary>Invisible characters that must not hide a number.</summary>
    public static bool IsInvisible(char c) => c is (>= '\u200b' and <= '\u200f') or '\u2060' or '\ufeff' or '\u00ad';

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u00a0' or '　' or (>= '\u2000' and <= '\u200a') or '\u202f' or '\r' or '\n' || IsInvisible(c);

    public static bool IsHyphen(char c) => c is '-' or '－' or '—' or '–' or '‐' or '‑' or '−' or '─';

    public static bool IsMiddleDot(char c) => c is '·' or '•' or '・' or '‧' or '∙' or '●' or '⋅';

    public static bool IsColon(char c) => c is ':' or '：';

    public static bool IsChineseNumeral(char c) => "〇零一二三四五六七八九十百".Contains(c);

    /// <summary>Ends a clause: nothing reaches over it.</summary>
    public static bool IsStop(char c) => c is '，' or '。' or '；' or ';' or ',' or '、' or '！' or '？' or '!' or '?' or '“' or '”' or '"' or '《' or '》' or '\n' or '\r' or ':' or '：';
}
