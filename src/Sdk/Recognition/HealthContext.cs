namespace CreditKit.Recognition;

/// <summary>The words of <c>health-context.txt</c>: which class a word around the name of a disease is of.</summary>
internal static class HealthContext
{
    private static readonly Dictionary<string, int> Classes = [];
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup;

    static HealthContext()
    {
        var names = new List<string>();
        foreach (var line in Lexicon.Lines("Recognition/data/health-context.txt").Where(l => l[0] != '#'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // A word of several classes counts for each.
            foreach (var word in words.Skip(1)) Classes[word] = Classes.GetValueOrDefault(word) | 1 << names.Count;
            names.Add(words[0]);
        }

        Names = [.. names];
        Words = new WordList(Classes.Keys);
        (Persons, Having) = (Bits("self", "kin", "role", "some"), Bits("have", "be", "show"));
        Lookup = Classes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The classes, in order of their bits.</summary>
    public static string[] Names { get; }

    /// <summary>The classes that tell of a person.</summary>
    public static int Persons { get; }

    /// <summary>The classes that tell what somebody has.</summary>
    public static int Having { get; }

    private static WordList Words { get; }

    /// <summary>Length of the word at a place, 0 when none is, and its classes, a bit each.</summary>
    public static int MatchAt(ReadOnlySpan<char> text, int at, out int classes)
    {
        var length = Words.MatchAt(text, at);
        classes = length == 0 ? 0 : Lookup[text.Slice(at, length)];
        return length;
    }

    private static int Bits(params string[] classes) => classes.Sum(c => 1 << Array.IndexOf(Names, c));
}
