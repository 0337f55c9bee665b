namespace CreditKit.Recognition;

/// <summary>
/// Bounds what is spent on a text that keeps promising something and never keeps it: after a few long attempts in vain that
/// reach over one another, the next one waits until the last is left behind. No ordinary text comes near the bound.
/// </summary>
internal struct Effort
{
    /// <summary>An attempt over fewer characters is cheap and not counted.</summary>
    private const int Long = 24;

    private const int Most = 2;

    private int _reach;
    private int _spent;

    /// <summary>Whether an attempt at <paramref name="at"/> must be left out.</summary>
    public readonly bool IsSpent(int at) => _spent >= Most && at < _reach;

    /// <summary>Counts an attempt in vain.</summary>
    /// <param name="at">Where it was made.</param>
    /// <param name="length">The characters it went over.</param>
    /// <param name="reach">Where the next one no longer goes over the same.</param>
    public void Spend(int at, int length, int reach)
    {
        if (length < Long) return;
        _spent = at < _reach ? _spent + 1 : 1;
        _reach = Math.Max(_reach, reach);
    }
}
