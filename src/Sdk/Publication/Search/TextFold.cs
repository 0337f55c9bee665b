using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using CreditKit.Records;

namespace CreditKit.Publication.Search;

/// <summary>
/// The one fold that text and query pass: compatibility forms, case, bracket and dash forms, traditional to simplified
/// one to one; blanks and invisible characters vanish. By tables of our own, so that the index does not depend on the
/// machine that wrote it.
/// </summary>
internal static class TextFold
{
    private const char Dropped = '\0';
    private const char Several = '\uFFFF';

    private static readonly FrozenDictionary<int, int> s_simplified = LoadSimplified();
    private static readonly Dictionary<char, string> s_several = [];
    private static readonly char[] s_table = Build();

    /// <summary>Folds a text; every answer is well-formed UTF-16 without blanks and control characters.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var writer = new ArrayBufferWriter<char>(Math.Max(16, text.Length + 8));
        Fold(text, writer);
        return new string(writer.WrittenSpan);
    }

    /// <summary>Folds a text into a buffer.</summary>
    public static void Fold(ReadOnlySpan<char> text, ArrayBufferWriter<char> target)
    {
        // Four for one is more than any entry makes of a character; the rare longer ones grow the buffer themselves.
        var span = target.GetSpan(text.Length + 16);
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (n + 2 > span.Length) Grow(target, ref span, ref n, text.Length - i);
            var to = s_table[c];
            if (to is not (Dropped or Several))
            {
                span[n++] = to;
            }
            else if (to == Several && s_several.TryGetValue(c, out var many))
            {
                if (n + many.Length > span.Length) Grow(target, ref span, ref n, text.Length - i + many.Length);
                many.CopyTo(span[n..]);
                n += many.Length;
            }
            else if (char.IsSurrogate(c))
            {
                n += Supplementary(text, ref i, span[n..]);
            }
        }

        target.Advance(n);
    }

    private static void Grow(ArrayBufferWriter<char> target, ref Span<char> span, ref int n, int rest)
    {
        target.Advance(n);
        span = target.GetSpan(rest + 32);
        n = 0;
    }

    // Outside the basic plane: unpaired halves and private planes become the replacement character on both sides.
    private static int Supplementary(ReadOnlySpan<char> text, ref int i, Span<char> target)
    {
        if (Rune.DecodeFromUtf16(text[i..], out var rune, out var used) != OperationStatus.Done)
        {
            target[0] = '\uFFFD';
            return 1;
        }

        i += used - 1;
        if (rune.Value >= 0xF0000)
        {
            target[0] = '\uFFFD';
            return 1;
        }

        // Variation selectors and tags say nothing about which character it is.
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || rune.Value is >= 0xE0100 and <= 0xE01EF) return 0;
        rune = Rune.ToLowerInvariant(rune);
        return new Rune(s_simplified.GetValueOrDefault(rune.Value, rune.Value)).EncodeToUtf16(target);
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            if (char.IsSurrogate(c)) { table[i] = Dropped; continue; }
            if (c == Several) { table[i] = '\uFFFD'; continue; }
            var folded = FoldOne(c);
            table[i] = folded.Length switch { 0 => Dropped, 1 => folded[0], _ => Several };
            if (folded.Length > 1) s_several[c] = folded;
        }

        return table;
    }

    private static string FoldOne(char c)
    {
        var builder = new StringBuilder();
        foreach (var part in CompatibilityFold.Fold(c) ?? c.ToString())
        {
            if (char.IsWhiteSpace(part) || part is >= '\uFE00' and <= '\uFE0F') continue;
            if (char.GetUnicodeCategory(part) is UnicodeCategory.Control or UnicodeCategory.Format) continue;
            int rune = Form(char.ToLowerInvariant(part));
            for (var step = 0; step < 3 && s_simplified.TryGetValue(rune, out var simple); step++) rune = simple;
            builder.Append(char.ConvertFromUtf32(rune));
        }

        return builder.ToString();
    }

    // Document numbers come in every bracket form there is; dashes and middle dots of names likewise.
    private static char Form(char c) => c switch
    {
        '〔' or '【' or '[' or '（' or '﹝' or '〖' or '{' or '〘' or '〚' or '❲' => '(',
        '〕' or '】' or ']' or '）' or '﹞' or '〗' or '}' or '〙' or '〛' or '❳' => ')',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '•' or '‧' or '∙' or '⋅' or '・' => '·',
        '“' or '”' or '„' or '〝' or '〞' => '"',
        '‘' or '’' => '\'',
        _ => c,
    };

    private static FrozenDictionary<int, int> LoadSimplified()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Publication/Search/simplified.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<int, int>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var runes = line.EnumerateRunes().ToArray();
            table[runes[0].Value] = runes[1].Value;
        }

        return table.ToFrozenDictionary();
    }
}
