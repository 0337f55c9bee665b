using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>What names of peoples without Han family names are made of: name-parts.txt, a role and its parts a line.</summary>
internal static class NameParts
{
    /// <summary>What a group of syllables is in a name; a group may be several things.</summary>
    [Flags]
    public enum Role : byte
    {
        None = 0,

        /// <summary>Hardly anything but a name or a part of one.</summary>
        Sure = 1,

        /// <summary>A name that is also a word, a place or a brand.</summary>
        Half = 2,

        /// <summary>A piece that makes a name only with another.</summary>
        Bit = 4,

        /// <summary>Stands behind another part only.</summary>
        Tail = 8,

        /// <summary>A family name of the Yi, which a given name follows.</summary>
        Family = 16,

        /// <summary>A given name of the Yi, behind its family name.</summary>
        Given = 32,

        /// <summary>No name, though it reads like one: 扎西德勒.</summary>
        Not = 64,
    }

    /// <summary>Characters of the longest part.</summary>
    public const int Longest = 6;

    /// <summary>Lines of single syllables: those that begin Tibetan names of two, and those that end them.</summary>
    private const string First = "first", Second = "second";

    private static readonly string[] Lines = [.. Lexicon.Lines("Recognition/data/name-parts.txt").Where(l => l[0] != '#')];
    private static readonly CharacterSet Firsts = Syllables(First), Seconds = Syllables(Second);
    private static readonly FrozenDictionary<string, Role> All = Read();
    private static readonly FrozenDictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> Parts = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A bit for every two characters that stand together in a part, and one for every two that any part begins with.</summary>
    private static readonly ulong[] Inside = Bits(All.SelectMany(p => Enumerable.Range(1, p.Key.Length - 1).Select(i => (p.Key[i - 1], p.Key[i])))), Starts = Bits(All.Where(p => p.Key.Length > 1).Select(p => (p.Key[0], p.Key[1])));

    /// <summary>Parts of one syllable.</summary>
    private static readonly CharacterSet Single = new(All.Keys.Where(p => p.Length == 1).Select(p => p[0]));

    /// <summary>A bit for every two characters that a part begins with which may begin a name: most places are told by it.</summary>
    private static readonly ulong[] Heads = Bits(All.Where(p => MayBegin(p.Value) && p.Key.Length > 1).Select(p => (p.Key[0], p.Key[1])));

    /// <summary>Two syllables that stand together in a part: they are met in names that are not listed, too.</summary>
    private static readonly FrozenSet<int> Pairs = All.Where(p => p.Value != Role.Not).SelectMany(p => Enumerable.Range(1, p.Key.Length - 1).Select(i => p.Key[i - 1] << 16 | p.Key[i])).ToFrozenSet();

    /// <summary>Syllables of several parts.</summary>
    private static readonly CharacterSet Common = new(All.Where(p => p.Value != Role.Not).SelectMany(p => p.Key.Distinct()).GroupBy(c => c).Where(g => g.Count() > 3 && Lexicon.Words.SingleCost(g.Key) > 22).Select(g => g.Key));

    private static readonly FrozenSet<int> HeadPairs = All.Where(p => MayBegin(p.Value) && p.Key.Length > 1).Select(p => p.Key[0] << 16 | p.Key[1]).ToFrozenSet();

    /// <summary>First characters of parts that may begin a name.</summary>
    public static IEnumerable<char> FirstCharacters => All.Where(p => MayBegin(p.Value) && p.Key.Length > 1).Select(p => p.Key[0]).Concat(Enumerable.Range('一', 0x51a6).Select(c => (char)c).Where(c => Firsts[c])).Distinct();

    /// <summary>Whether a part of this length may begin here: most questions end with a bit.</summary>
    public static bool MayBe(ReadOnlySpan<char> text, int at, int length) => length == 1 ? Single[text[at]] : at + 1 < text.Length && Has(Starts, text[at], text[at + 1]);

    /// <summary>What these characters are.</summary>
    public static Role Of(ReadOnlySpan<char> part) => Parts.TryGetValue(part, out var role) ? role : Role.None;

    /// <summary>Whether the character is one of those that names are transliterated with.</summary>
    public static bool IsSyllable(char c) => (Common[c] || NameParser.IsForeign(c)) && Lexicon.Words.SingleCost(c) > 16;

    /// <summary>Whether the two syllables stand together in a part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPair(char first, char second) => Has(Inside, first, second) && Pairs.Contains(first << 16 | second);

    /// <summary>群桑, 朋毛: two syllables as Tibetan names have them, and no word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTibetan(ReadOnlySpan<char> text, int at) => Firsts[text[at]] && Seconds[text[at + 1]] && !Lexicon.IsWord(text, at, 2);

    /// <summary>Whether a phrase stands here that is no name.</summary>
    public static bool IsNot(ReadOnlySpan<char> text, int at)
    {
        if (!MayBe(text, at, 2)) return false;
        for (var n = 2; n <= Longest && at + n <= text.Length; n++) if ((Of(text.Slice(at, n)) & Role.Not) != 0) return true;
        return false;
    }

    /// <summary>Whether a part that is a name by itself stands here.</summary>
    public static bool IsKnown(ReadOnlySpan<char> text, int at)
    {
        if (!MayBe(text, at, 2)) return false;
        for (var n = 2; n <= Longest && at + n <= text.Length; n++) if ((Of(text.Slice(at, n)) & (Role.Sure | Role.Half)) != 0) return true;
        return false;
    }

    /// <summary>Whether a part may begin with the two characters that stands first in a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begins(ReadOnlySpan<char> text, int at)
    {
        return at + 1 < text.Length && Has(Heads, text[at], text[at + 1]) && HeadPairs.Contains(text[at] << 16 | text[at + 1]);
    }

    private static bool MayBegin(Role role) => (role & (Role.Sure | Role.Half | Role.Bit | Role.Family)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bit(char first, char second) => (int)(((uint)first << 16 | second) * 0x9E3779B1u >> 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] bits, char first, char second)
    {
        var bit = Bit(first, second);
        return (bits[bit >> 6] & 1UL << bit) != 0;
    }

    private static ulong[] Bits(IEnumerable<(char First, char Second)> pairs)
    {
        var bits = new ulong[1024];
        foreach (var (first, second) in pairs)
        {
            var bit = Bit(first, second);
            bits[bit >> 6] |= 1UL << bit;
        }

        return bits;
    }

    private static CharacterSet Syllables(string role) => new(Lines.Where(l => l.StartsWith(role + ' ', StringComparison.Ordinal)).SelectMany(l => l[role.Length..].Where(c => c != ' ')));

    private static FrozenDictionary<string, Role> Read()
    {
        var parts = new Dictionary<string, Role>(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] is First or Second) continue;
            var role = Enum.Parse<Role>(words[0], ignoreCase: true);
            foreach (var word in words.AsSpan(1)) parts[word] = parts.GetValueOrDefault(word) | role;
        }

        return parts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
