using CreditKit.Records;

namespace CreditKit.Policy;

/// <summary>How a repair application is handled by the edition in force on the day it is made.</summary>
public sealed record RepairTerms
{
    /// <summary>The edition of the day.</summary>
    public required string Edition { get; init; }

    /// <summary>Document and clause.</summary>
    public required string Source { get; init; }

    /// <summary>The papers for the class.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>Where to apply.</summary>
    public required string Window { get; init; }

    /// <summary>No charge in any form.</summary>
    public bool FreeOfCharge { get; init; }

    /// <summary>By when it is accepted or refused.</summary>
    public LegalTerm? AcceptBy { get; init; }

    /// <summary>By when it is decided.</summary>
    public LegalTerm? DecideBy { get; init; }

    /// <summary>By when other systems stop showing the record too.</summary>
    public LegalTerm? SyncBy { get; init; }

    /// <summary>Working days an extension may add; null: none fixed.</summary>
    public int? ExtendDays { get; init; }

    /// <summary>Classes the edition excludes from repair.</summary>
    public required IReadOnlyList<Severity> ExcludedSeverities { get; init; }
}
