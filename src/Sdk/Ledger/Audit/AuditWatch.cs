using CreditKit.Ledger.Sqlite;

namespace CreditKit.Ledger;

/// <summary>The scheduled check of the audit chain: its last result is what the health check tells.</summary>
internal sealed class AuditWatch(SqliteLedger ledger)
{
    private volatile Result? _last;

    /// <summary>The last check; null before the first.</summary>
    public Result? Last => _last;

    /// <summary>Walks the chain; also compares with the head of the check before, so that a chain cut off or made anew is noticed.</summary>
    public Result Check()
    {
        var before = _last;
        var verification = ledger.VerifyAudit();
        var kept = before is null || before.Head.Number == 0 || ledger.AuditHead(before.Head.Number)?.Hash == before.Head.Hash;
        var result = new Result(ledger.Database.Time.GetUtcNow(), verification.Intact && kept, kept ? verification.BrokenAt : before!.Head.Number, ledger.AuditHead() ?? new AuditHead(0, default, ""));
        // A broken chain keeps the head that was known to be right.
        _last = kept ? result : result with { Head = before!.Head };
        return _last;
    }

    /// <summary>One check.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Intact">Nothing is missing, changed or out of order.</param>
    /// <param name="BrokenAt">The first entry that does not fit.</param>
    /// <param name="Head">The end of the chain.</param>
    public sealed record Result(DateTimeOffset At, bool Intact, long? BrokenAt, AuditHead Head);
}
