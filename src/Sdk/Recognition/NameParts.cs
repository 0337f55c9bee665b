using System.Collections.Frozen;

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
    }

    /// <summary>Characters of the longest part.</summary>
    public const int Longest = 6;

    private static readonly FrozenDictionary<string, Role> All = Read();
    private static readonly FrozenDictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> Parts = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A bit for every two characters that a part begins with which may begin a name: most places are told by it.</summary>
    private static readonly ulong[] Heads = Begin();

    private static readonly FrozenSet<int> HeadPairs = All.Where(p => MayBegin(p.Value) && p.Key.Length > 1).Select(p => p.Key[0] << 16 | p.Key[1]).ToFrozenSet();

    /// <summary>First characters of parts that may begin a name.</summary>
    public static IEnumerable<char> FirstCharacters => All.Where(p => MayBegin(p.Value) && p.Key.Length > 1).Select(p => p.Key[0]).Distinct();

    /// <summary>What these characters are.</summary>
    public static Role Of(ReadOnlySpan<char> part) => Parts.TryGetValue(part, out var role) ? role : Role.None;

    /// <summary>Whether a part may begin with the two characters that stands first in a name.</summary>
    public static bool Begins(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length) return false;
        var bit = Bit(text[at], text[at + 1]);
        return (Heads[bit >> 6] & 1UL << bit) != 0 && HeadPairs.Contains(text[at] << 16 | text[at + 1]);
    }

    private static bool MayBegin(Role role) => (role & (Role.Sure | Role.Half | Role.Bit | Role.Family)) != 0;

    private static int Bit(char first, char second) => (int)(((uint)first << 16 | second) * 0x9E3779B1u >> 16);

    private static ulong[] Begin()
    {
        var heads = new ulong[1024];
        foreach (var (part, role) in All)
        {
            if (!MayBegin(role) || part.Length < 2) continue;
            var bit = Bit(part[0], part[1]);
            heads[bit >> 6] |= 1UL << bit;
        }

        return heads;
    }

    private static FrozenDictionary<string, Role> Read()
    {
        var parts = new Dictionary<string, Role>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines("Recognition/data/name-parts.txt"))
        {
            if (line[0] == '#') continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var role = Enum.Parse<Role>(words[0], ignoreCase: true);
            foreach (var word in words.AsSpan(1)) parts[word] = parts.GetValueOrDefault(word) | role;
        }

        return parts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
