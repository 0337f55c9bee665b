namespace CreditKit.Ledger.Sqlite;

/// <summary>The last entry of the audit chain.</summary>
internal sealed class AuditTail
{
    /// <summary>Its number; 0 before the first.</summary>
    public required long Number { get; set; }

    /// <summary>Its hash.</summary>
    public required byte[] Hash { get; set; }
}
