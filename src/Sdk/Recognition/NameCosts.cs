namespace CreditKit.Recognition;

/// <summary>How rare the parts of names are, in thirds of a nat: family names, and the characters of given names by their place.</summary>
internal sealed class NameCosts
{
    /// <summary>The cost of what is no part of a name.</summary>
    public const byte Never = 60;

    /// <summary>A character that was never met in a given name: parents find rare ones, but rarely common ones.</summary>
    private const byte Unmet = 33;

    private const byte Unlikely = 42;

    /// <summary>A word of one character that costs no more is common.</summary>
    private const byte Common = 30;

    private readonly byte[] _family = Filled(Never);
    private readonly byte[] _first = Filled(Unmet);
    private readonly byte[] _second = Filled(Unmet);
    private readonly byte[] _only = Filled(Unmet);
    private readonly bool[] _given = new bool[char.MaxValue + 1];

    /// <param name="families">Lines of a cost (two digits) and family names of one character.</param>
    /// <param name="given">Lines of three costs (base 36: first of two, second of two, only one; !: never) and the characters.</param>
    /// <param name="words">The words, which tell what is common.</param>
    public NameCosts(IEnumerable<string> families, IEnumerable<string> given, WordTable words)
    {
        foreach (var line in families)
            foreach (var c in line.AsSpan(2)) _family[c] = (byte)((line[0] - '0') * 10 + line[1] - '0');
        foreach (var line in given)
        {
            foreach (var c in line.AsSpan(3))
            {
                _first[c] = Cost(line[0]);
                _second[c] = Cost(line[1]);
                _only[c] = Cost(line[2]);
            }
        }

        for (var c = '\u3400'; c <= '\u9fff'; c++)
        {
            _given[c] = _first[c] < Unmet || _only[c] < Unmet || _only[c] < Never && words.SingleCost(c) > Common;
            if (words.SingleCost(c) > Common) continue;
            foreach (var costs in (ReadOnlySpan<byte[]>)[_first, _second, _only]) if (costs[c] == Unmet) costs[c] = Unlikely;
        }
    }

    public bool IsFamily(char c) => _family[c] < Never;

    public int Family(char c) => _family[c];

    /// <summary>Cost of a given name of one or two characters.</summary>
    public int Given(ReadOnlySpan<char> given) => given.Length == 1 ? _only[given[0]] : _first[given[0]] + _second[given[1]];

    /// <summary>Whether the character stands in given names at all.</summary>
    public bool IsGiven(char c) => _given[c];

    /// <summary>!: the character stands in no given name (things that are eaten, chemistry, crime).</summary>
    private static byte Cost(char c) => c == '!' ? Never : (byte)Math.Min(Unmet, c <= '9' ? c - '0' : c - 'a' + 10);

    private static byte[] Filled(byte cost)
    {
        var costs = new byte[char.MaxValue + 1];
        costs.AsSpan().Fill(cost);
        return costs;
    }
}
