namespace CreditKit.Benchmarks.Storm;

/// <summary>What a storm left behind.</summary>
/// <param name="Road">Type of the channel.</param>
/// <param name="Records">Records in the ledger.</param>
/// <param name="Steps">Records, revisions and withdrawals handed in.</param>
/// <param name="Calls">Calls that reached the portal.</param>
/// <param name="Faults">Of these, failed on purpose.</param>
/// <param name="Kills">Senders killed with SIGKILL.</param>
/// <param name="Repeats">Rows that came again, without effect.</param>
/// <param name="Mended">Rows that were refused after they had been taken, and handed in again.</param>
/// <param name="Open">Rows that are not over.</param>
/// <param name="Rejected">Rows that were refused.</param>
/// <param name="Lost">Records that the portal should have live and has not, or in an older revision.</param>
/// <param name="Surplus">Records that should be down, or unknown there, and stand.</param>
/// <param name="Twice">Keys that took effect more than once, or two live rows of one decision.</param>
/// <param name="Overtaken">Rows that arrived after a newer one of their record.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record StormFigures(string Road, int Records, int Steps, long Calls, long Faults, int Kills, int Repeats, int Mended, long Open, long Rejected, int Lost, int Surplus, int Twice, int Overtaken, double Seconds)
{
    /// <summary>The portal has what the ledger has, once each, in order.</summary>
    public bool Held => Open == 0 && Rejected == 0 && Lost == 0 && Surplus == 0 && Twice == 0 && Overtaken == 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Road}: {Records:N0} records, {Steps:N0} steps; {Calls:N0} calls, {Faults:N0} of them failed ({100.0 * Faults / Math.Max(1, Calls):F0} %); {Kills} senders killed; {Seconds:F0} s\n" +
        $"open {Open}, rejected {Rejected}; lost {Lost}, surplus {Surplus}, effective twice {Twice}, overtaken {Overtaken}; repeated without effect {Repeats:N0}, refused later and handed in again {Mended:N0}";
}
