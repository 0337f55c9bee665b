using System.Buffers;
using System.Text;

namespace CreditKit.Standards;

/// <summary>
/// Puts texts into one form where that is safe. Every method returns the very same string when nothing had to change,
/// so that a caller sees a change by reference and an ordinary row costs no allocation.
/// </summary>
internal static class TextNormalizer
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private static readonly SearchValues<char> Directions = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Codes and numbers: no blanks, no line breaks, half-width, capital letters.</summary>
    public static string Code(string text)
    {
        var span = text.AsSpan();
        var clean = true;
        foreach (var c in span)
            if (c is not ((>= '0' and <= '9') or (>= 'A' and <= 'Z') or '-')) { clean = false; break; }
        if (clean) return text;
        var builder = new StringBuilder(text.Length);
        foreach (var c in span)
        {
            if (IsBlank(c)) continue;
            builder.Append(char.ToUpperInvariant(Half(c)));
        }
        return Same(builder, text);
    }

    /// <summary>Names: no line breaks, no blanks beside a Chinese character, single blanks elsewhere; full-width letters and digits become half-width.</summary>
    public static string Name(string text)
    {
        var dirty = false;
        foreach (var c in text)
            if (IsBlank(c) || c is >= '\uFF10' and <= '\uFF5A') { dirty = true; break; }
        if (!dirty) return text;
        var builder = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (IsBlank(c)) { pending |= builder.Length > 0 && !Invisible.Contains(c); continue; }
            var half = IsFullWidthLetterOrDigit(c) ? Half(c) : c;
            if (pending && !IsWide(builder[^1]) && !IsWide(half)) builder.Append(' ');
            pending = false;
            builder.Append(half);
        }
        return Same(builder, text);
    }

    /// <summary>Document numbers: no blanks, half-width letters and digits, and 〔〕 around a year whatever brackets were typed.</summary>
    public static string DocumentNumber(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsBlank(c)) continue;
            builder.Append(IsFullWidthLetterOrDigit(c) ? Half(c) : c);
        }
        for (var i = 0; i + 5 < builder.Length; i++)
        {
            if (!Opens(builder[i]) || !Closes(builder[i + 5]) || !IsYear(builder, i + 1)) continue;
            builder[i] = '〔';
            builder[i + 5] = '〕';
        }
        return Same(builder, text);
    }

    /// <summary>Long texts: outer blanks and control characters go, line breaks become one form; the wording stays.</summary>
    public static string Prose(string text)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n\u00A0\u3000\uFEFF");
        var dirty = false;
        foreach (var c in trimmed)
            if (c == '\r' || (c < ' ' && c is not ('\n' or '\t')) || Invisible.Contains(c)) { dirty = true; break; }
        if (!dirty) return trimmed.Length == text.Length ? text : trimmed.ToString();
        var builder = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var c = trimmed[i];
            if (c == '\r') { if (i + 1 < trimmed.Length && trimmed[i + 1] == '\n') continue; c = '\n'; }
            if ((c < ' ' && c is not ('\n' or '\t')) || Invisible.Contains(c)) continue;
            builder.Append(c);
        }
        return Same(builder, text);
    }

    /// <summary>Without the characters that turn the direction of what stands around them (U+202A to U+202E, U+2066 to U+2069): no text of a decision has any, and one can make a number read backwards.</summary>
    public static string OneDirection(string text) => text.AsSpan().IndexOfAny(Directions) < 0 ? text : string.Concat(text.Where(c => !Directions.Contains(c)));

    /// <summary>Headings compare by this: half-width, no blanks, no bracket forms, no marks of mandatory columns.</summary>
    public static string Heading(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsBlank(c) || c is '*' or '＊' or '★' or ':' or '：' or '"' or '“' or '”') continue;
            builder.Append(c switch
            {
                '（' or '［' or '【' or '[' or '〔' => '(',
                '）' or '］' or '】' or ']' or '〕' => ')',
                '－' or '—' or '–' => '-',
                _ => char.ToUpperInvariant(Half(c)),
            });
        }
        return builder.ToString();
    }

    /// <summary>One full-width character in its half-width form.</summary>
    public static char Half(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;

    private static string Same(StringBuilder builder, string text) => builder.Equals(text.AsSpan()) ? text : builder.ToString();

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || Invisible.Contains(c);

    private static bool IsFullWidthLetterOrDigit(char c) => c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    private static bool IsWide(char c) => c >= '\u2E80';

    private static bool Opens(char c) => c is '(' or '（' or '[' or '［' or '【' or '﹝' or '〔' or '{' or '「' or '〖' or '<' or '〈';

    private static bool Closes(char c) => c is ')' or '）' or ']' or '］' or '】' or '﹞' or '〕' or '}' or '」' or '〗' or '>' or '〉';

    private static bool IsYear(StringBuilder text, int at) =>
        (text[at], text[at + 1]) is ('1', '9') or ('2', '0') && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);
}
