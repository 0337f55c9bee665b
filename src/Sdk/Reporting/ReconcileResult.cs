namespace CreditKit.Reporting;

/// <summary>What a comparison of the ledger with a receiver found.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Here">Records that should stand there.</param>
/// <param name="There">Records that stand there.</param>
/// <param name="UnderWay">Records left out: something about them is on its way, or waits for a person.</param>
/// <param name="Drifts">The differences.</param>
internal sealed record ReconcileResult(string Channel, long Here, long There, long UnderWay, IReadOnlyList<Drift> Drifts);
