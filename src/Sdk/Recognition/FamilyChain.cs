namespace CreditKit.Recognition;

/// <summary>Counts family names that follow one another without anything between: no text names people so, and each would be weighed.</summary>
internal struct FamilyChain
{
    private const int Longest = 40;

    private int _last;
    private int _length;

    /// <summary>Counts the one at <paramref name="at"/>; false where the chain is longer than any text has.</summary>
    public bool Continues(int at)
    {
        _length = at == _last + 1 ? _length + 1 : 0;
        _last = at;
        return _length < Longest;
    }
}
