namespace CreditKit.Reporting;

/// <summary>How ledger and receiver differ about a record.</summary>
internal enum DriftKind
{
    /// <summary>It should be there and is not.</summary>
    Missing,

    /// <summary>It is there with another content or end.</summary>
    Different,

    /// <summary>It stands there and should be down.</summary>
    Surplus,

    /// <summary>It stands there and the ledger does not know it: a person decides.</summary>
    Stranger,
}
