namespace CreditKit.Benchmarks.Storm;

/// <summary>What happens to one connection.</summary>
internal enum LineFault
{
    None,
    Refused,
    NeverOpens,
    BusyAtFirst,
    LostInStatement,
    LostBeforeCommit,
    LostAfterCommit,
    SilentAfterCommit,
    SlowCommit,
}
