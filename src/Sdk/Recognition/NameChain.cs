using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>
/// The heaviest chain of name parts from one place on, for every length: what speaks for a name grows with each part that is
/// known and falls with each syllable that is not. At most <see cref="Longest"/> characters, so the work is bounded.
/// </summary>
internal ref struct NameChain
{
    /// <summary>Characters of the longest name without dots.</summary>
    public const int Longest = 10;

    private const int None = -1000;

    /// <summary>What a name counts, and two pieces.</summary>
    private const int Enough = 2;

    /// <summary>What it costs that the last syllable is none of the list.</summary>
    private const int Loose = 4;

    private Weights _weight;
    private Weights _known;
    private Weights _loose;

    /// <summary>How long the longest chain is; 0 when there is none.</summary>
    public int Length;

    /// <summary>What the chain of this length weighs, in thirds of a nat.</summary>
    public readonly int Weight(int length) => _weight[length] - _loose[length];

    /// <summary>Whether the chain of this length has a name that is known, or two pieces of names.</summary>
    public readonly bool IsKnown(int length) => _known[length] >= Enough;

    /// <summary>Whether the chain of this length ends with a syllable behind its parts that is in none.</summary>
    public readonly bool IsLoose(int length) => _loose[length] > 0 && _known[length] > 0;

    /// <summary>Reads the chain that begins with the text.</summary>
    /// <param name="text">Han characters only.</param>
    /// <param name="mixed">Whether a Han family name may begin it: 韩乙卜拉.</param>
    /// <param name="free">Whether any rare character may be a syllable, because something else says that here stands a name.</param>
    public void Read(ReadOnlySpan<char> text, bool mixed, bool free = false)
    {
        var end = Math.Min(text.Length, Longest);
        ((Span<int>)_weight).Fill(None);
        _weight[0] = 0;
        for (var k = 0; k < end && Length < end; k++)
        {
            if (_weight[k] == None) continue;
            if (k == 0 && mixed) ReadParts(text, 1, end, -4, 0, mixed: true);
            ReadParts(text, k, end, _weight[k], _known[k], mixed: false);
            // 强巴和次珍: two persons.
            if (NameParts.IsSyllable(text[k]) && !(text[k] == '和' && _known[k] > 0)) Relax(k + 1, _weight[k] + Unknown(text, k, _known[k] > 0), _known[k], Loose);
            else if (free && k > 0 && Lexicon.Words.SingleCost(text[k]) > 22) Relax(k + 1, _weight[k] - 3, _known[k], Loose);
            if (k + 2 <= end && NameParts.IsTibetan(text, k)) Relax(k + 2, _weight[k] + 7, _known[k] + 1);
        }

        for (Length = end; Length > 0 && _weight[Length] == None; Length--);
    }

    private void ReadParts(ReadOnlySpan<char> text, int k, int end, int weight, int known, bool mixed)
    {
        for (var n = 1; n <= NameParts.Longest && k + n <= end; n++)
        {
            if (!NameParts.MayBe(text, k, n))
            {
                if (n > 1) return;
                continue;
            }

            var role = NameParts.Of(text.Slice(k, n));
            if (role == NameParts.Role.None) continue;
            if ((role & NameParts.Role.Sure) != 0) Relax(k + n, weight + (n == 2 ? 18 : n == 3 ? 25 : 30), known + Enough);
            else if ((role & NameParts.Role.Half) != 0 && !mixed) Relax(k + n, weight + 10, known + Enough);
            else if ((role & NameParts.Role.Bit) != 0 && !mixed) Relax(k + n, weight + 7, known + 1);
            if ((role & NameParts.Role.Tail) != 0 && k > 0 && _loose[k] == 0 && (known > 0 || _weight[k] > 0)) Relax(k + n, weight + (n == 1 ? 2 : n == 2 ? 9 : 14), known + (n > 1 ? 1 : 0));
            if ((role & NameParts.Role.Family) != 0 && k == 0) ReadGiven(text, n, end);
        }
    }

    /// <summary>沙马日黑, 阿尼么日呷: what follows a family name of the Yi, known or of their syllables.</summary>
    private void ReadGiven(ReadOnlySpan<char> text, int k, int end)
    {
        for (var n = 1; n <= 3 && k + n <= end; n++)
            if ((NameParts.Of(text.Slice(k, n)) & NameParts.Role.Given) != 0) Relax(k + n, n == 1 ? 12 : 26, Enough);
        if (k + 2 <= end && IsYi(text[k]) && IsYi(text[k + 1])) Relax(k + 2, 13, Enough);
    }

    private static bool IsYi(char c) => "呷惹莫嫫牛各古黑石布铁几哈且拉日约木曲伍尔体史沙机里子果洛有甲支友克鲁格色者则土次达万阿依以乌五么衣芝妞西火补特都尼什加祖".Contains(c);

    /// <summary>Two syllables that are met in names speak for one, a common word against it, and the first one must stand somewhere.</summary>
    private static int Unknown(ReadOnlySpan<char> text, int k, bool known) =>
        k > 0 && NameParts.IsPair(text[k - 1], text[k]) && Lexicon.Words.SingleCost(text[k]) > 20 ? known ? 1 : 4 : (Lexicon.Words.SingleCost(text[k]) <= 25 ? -7 : -2) - (k == 0 ? 2 : 0);

    private void Relax(int end, int weight, int known, int loose = 0)
    {
        if (weight <= _weight[end]) return;
        (_weight[end], _known[end], _loose[end]) = (weight, known, loose);
    }

    [InlineArray(Longest + 1)]
    private struct Weights
    {
        private int _first;
    }
}
