using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>Traditional characters are read as the simplified ones, one for one, so that places in the text stay what they are.</summary>
internal static class TraditionalText
{
    /// <summary>These stand in simplified text as well: 李乾坤.</summary>
    private const string Both = "乾瞭藉著";

    private static readonly char[] Table = Load();
    private static readonly SearchValues<char> Traditional = SearchValues.Create(Enumerable.Range(0, Table.Length).Select(i => (char)i).Where(c => Table[c] != c).ToArray());

    /// <summary>The text in simplified characters; the same when it has no others.</summary>
    public static string? Simplify(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny(Traditional);
        return first < 0 ? null : string.Create(text.Length, text, static (simple, text) =>
        {
            for (var i = 0; i < text.Length; i++) simple[i] = Table[text[i]];
        });
    }

    private static char[] Load()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = (char)i;
        foreach (var line in Lexicon.Lines("Publication/Search/simplified.txt"))
            if (line.Length == 2 && line[0] != '#' && !Both.Contains(line[0])) table[line[0]] = line[1];
        return table;
    }
}
