namespace CreditKit.Ledger;

/// <summary>What a dispatcher asks for.</summary>
/// <param name="Channel">Channel name.</param>
/// <param name="BatchSize">Rows of one call; rows that failed together come in smaller groups.</param>
/// <param name="Calls">Calls at a time.</param>
/// <param name="Duration">How long the rows are ours. Whoever holds them must be done in half of it.</param>
/// <param name="Probe">How long the channel is left alone while one dispatcher tries whether it answers again, by number of failures.</param>
internal sealed record OutboxLease(string Channel, int BatchSize, int Calls, TimeSpan Duration, Func<int, TimeSpan> Probe)
{
    /// <summary>How long after they were taken up the rows of a process that died may still be under way to a receiver that knows no keys. Default zero.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>No wait is longer: a row that is due later was written while the clock stood wrong. Default: any wait may be.</summary>
    public TimeSpan Furthest { get; init; } = TimeSpan.MaxValue;

    /// <summary>Size of a call for rows that were in so many failed calls: a quarter each time, down to one.</summary>
    public int SizeFor(int suspicion) => Math.Max(1, BatchSize >> Math.Min(30, 2 * suspicion));
}
