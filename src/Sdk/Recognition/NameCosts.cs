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

    /// <summary>Everything about a character in one place: what is asked together lies together.</summary>
    private readonly CharacterCosts[] _costs = new CharacterCosts[char.MaxValue + 1];

    /// <param name="families">Lines of a cost (two digits) and family names of one character.</param>
    /// <param name="given">Lines of three costs (base 36: first of two, second of two, only one; !: never) and the characters.</param>
    /// <param name="words">The words, which tell what is common.</param>
    public NameCosts(IEnumerable<string> families, IEnumerable<string> given, WordTable words)
    {
        _costs.AsSpan().Fill(new(Never, Unmet, Unmet, Unmet, false));
        foreach (var line in families)
            foreach (var c in line.AsSpan(2)) _costs[c] = _costs[c] with { Family = (byte)((line[0] - '0') * 10 + line[1] - '0') };
        foreach (var line in given)
            foreach (var c in line.AsSpan(3)) _costs[c] = _costs[c] with { First = Cost(line[0]), Second = Cost(line[1]), Only = Cost(line[2]) };
        for (var c = '\u3400'; c <= '\u9fff'; c++)
        {
            var costs = _costs[c];
            var rare = words.SingleCost(c) > Common;
            costs = costs with { IsGiven = costs.First < Unmet || costs.Only < Unmet || costs.Only < Never && rare };
            _costs[c] = rare ? costs : costs with { First = Doubt(costs.First), Second = Doubt(costs.Second), Only = Doubt(costs.Only) };
        }

        static byte Doubt(byte cost) => cost == Unmet ? Unlikely : cost;
    }

    public bool IsFamily(char c) => _costs[c].Family < Never;

    public int Family(char c) => _costs[c].Family;

    /// <summary>Cost of a given name of one or two characters.</summary>
    public int Given(ReadOnlySpan<char> given) => given.Length == 1 ? _costs[given[0]].Only : _costs[given[0]].First + _costs[given[1]].Second;

    /// <summary>Whether the character stands in given names at all.</summary>
    public bool IsGiven(char c) => _costs[c].IsGiven;

    /// <summary>!: the character stands in no given name (things that are eaten, chemistry, crime).</summary>
    private static byte Cost(char c) => c == '!' ? Never : (byte)Math.Min(Unmet, c <= '9' ? c - '0' : c - 'a' + 10);

    private readonly record struct CharacterCosts(byte Family, byte First, byte Second, byte Only, bool IsGiven);
}
