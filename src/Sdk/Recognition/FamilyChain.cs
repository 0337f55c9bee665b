using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>
/// Counts family names that follow one another with at most a few characters and no sign between, such as 号楼单元室 again
/// and again: no clause is that long, and each would be weighed.
/// </summary>
/// <param name="gap">How far apart two of them may be.</param>
/// <param name="longest">How many of them no text has.</param>
internal struct FamilyChain(int gap, int longest)
{
    private int _first;
    private int _last = -gap - 1;
    private int _length;

    /// <summary>Counts the one at <paramref name="at"/>; false where the chain is longer than any text has.</summary>
    public bool Continues(ReadOnlySpan<char> text, int at)
    {
        if (at - _last > gap) (_first, _length) = (at, 0);
        else if (++_length >= longest) Look(text, at);
        _last = at;
        return _length < longest;
    }

    /// <summary>Begins anew behind a sign; looked for once in a while: the first time in the whole chain, then behind the last only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ReadOnlySpan<char> text, int at)
    {
        if (text[(_length == longest ? _first : _last)..at].ContainsAnyExceptInRange('\u3400', '\u9fff')) (_first, _length) = (at, 0);
    }
}
