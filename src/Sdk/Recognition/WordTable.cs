using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>
/// Words of one to four characters with their cost (minus the logarithm of their frequency, in thirds of a nat) and class.
/// Open hash tables, one cache line a question, because it is asked several times per character.
/// </summary>
internal sealed class WordTable
{
    /// <summary>Cost of a character that the dictionary does not have.</summary>
    public const byte UnknownCost = 39;

    // A value: cost, then class, then what is known of the characters.
    private const int ClassShift = 8, ClassMask = 7;
    private const ulong IsWord = 1 << 12, HasThree = 1 << 13, HasFour = 1 << 14;

    /// <summary>The upper half of a value's low word: a bit for each third character of the longer words, sixteen in all.</summary>
    private const int ThirdShift = 16;

    private readonly ushort[] _single = new ushort[char.MaxValue + 1];
    private readonly ulong[] _pairs = new ulong[1 << 18];
    /// <summary>A bit for two characters with which something begins: most have none, and this stays in the near cache.</summary>
    private readonly ulong[] _begun = new ulong[1 << 14];
    private readonly ulong[] _longKeys = new ulong[1 << 17];
    private readonly ushort[] _longValues = new ushort[1 << 17];

    /// <summary>Reads lines of class (v, n, s, f, o), cost (two digits), length (one digit) and the words one behind the other.</summary>
    public WordTable(IEnumerable<string> lines)
    {
        _single.AsSpan().Fill(UnknownCost);
        foreach (var line in lines)
        {
            var kind = line[0] switch { 'v' => WordClass.Verb, 'n' => WordClass.Noun, 's' => WordClass.Place, 'f' => WordClass.Particle, _ => WordClass.Other };
            var cost = (byte)((line[1] - '0') * 10 + line[2] - '0');
            var length = line[3] - '0';
            for (var i = 4; i + length <= line.Length; i += length) Add(line.AsSpan(i, length), cost, kind);
        }
    }

    public byte SingleCost(char c) => (byte)_single[c];

    /// <summary>Cost of a single character in the low byte, its class above.</summary>
    public uint Single(char c) => _single[c];

    /// <summary>Cost and class of the word of two to four characters; false when there is none.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out int cost, out WordClass kind)
    {
        if (word.Length == 2) return TryPair(word[0], word[1], out cost, out kind, out _);
        var key = LongKey(word);
        var slot = LongSlot(key);
        var value = (ulong)_longValues[slot];
        (cost, kind) = ((byte)value, (WordClass)(value >> ClassShift & ClassMask));
        return _longKeys[slot] == key;
    }

    /// <summary>Cost and class of two characters where they are a word; <paramref name="longest"/>: the longest words that begin with them, 2 to 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPair(char first, char second, out int cost, out WordClass kind, out int longest)
    {
        var value = _pairs[PairSlot(PairKey(first, second))];
        (cost, kind) = ((byte)value, (WordClass)(value >> ClassShift & ClassMask));
        longest = (value & HasFour) != 0 ? 4 : (value & HasThree) != 0 ? 3 : 2;
        return (value & IsWord) != 0;
    }

    /// <summary>What is known of two characters, for <see cref="IsPair"/>, <see cref="MayRun"/> and the cost in its low byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Pair(char first, char second)
    {
        var key = PairKey(first, second);
        var bit = BeginBit(key);
        return (_begun[bit >> 6] & 1UL << (int)bit) == 0 ? 0 : (uint)_pairs[PairSlot(key)];
    }

    /// <summary>Whether two characters are a word.</summary>
    public static bool IsPair(uint pair) => (pair & IsWord) != 0;

    /// <summary>Whether a longer word may begin with the two characters and a third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayRun(uint pair, char third) => (pair & ThirdBit(third)) != 0;

    /// <summary>Whether a word of four characters begins with the two.</summary>
    public static bool HasLong(uint pair) => (pair & HasFour) != 0;

    /// <summary>Cost in the low byte, class above, as <see cref="Single"/> gives it.</summary>
    public static uint Arc(uint pair) => pair & 0x7ff;

    private static uint ThirdBit(char third) => 1u << ThirdShift + (int)(third * 0x9E3779B1u >> 28);

    private void Add(ReadOnlySpan<char> word, byte cost, WordClass kind)
    {
        if (word.Length == 1)
        {
            _single[word[0]] = (ushort)(cost | (uint)kind << ClassShift);
            return;
        }

        var key = PairKey(word[0], word[1]);
        var value = (ulong)cost | (ulong)kind << ClassShift;
        ref var pair = ref _pairs[PairSlot(key)];
        pair |= key << 32;
        var bit = BeginBit(key);
        _begun[bit >> 6] |= 1UL << (int)bit;
        if (word.Length == 2) pair |= value | IsWord;
        else
        {
            pair |= (word.Length == 3 ? HasThree : HasFour) | ThirdBit(word[2]);
            var slot = LongSlot(LongKey(word));
            _longKeys[slot] = LongKey(word);
            _longValues[slot] = (ushort)value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PairSlot(ulong key)
    {
        var slot = (int)((uint)key * 0x9E3779B1u >> 14);
        while (_pairs[slot] >> 32 != key && _pairs[slot] != 0) slot = slot + 1 & _pairs.Length - 1;
        return slot;
    }

    private static uint BeginBit(ulong key) => (uint)key * 0x9E3779B1u >> 12;

    private int LongSlot(ulong key)
    {
        var slot = (int)(key * 0x9E3779B97F4A7C15UL >> 47);
        while (_longKeys[slot] != key && _longKeys[slot] != 0) slot = slot + 1 & _longKeys.Length - 1;
        return slot;
    }

    private static ulong PairKey(char first, char second) => (ulong)first << 16 | second;

    private static ulong LongKey(ReadOnlySpan<char> word) =>
        word[0] | (ulong)word[1] << 16 | (ulong)word[2] << 32 | (word.Length > 3 ? (ulong)word[3] << 48 : 0);
}
