namespace CreditKit.Policy;

/// <summary>Why a record shows or not, and whether it is reported: what <c>creditkit explain</c> prints and staff read. Holds no personal data.</summary>
public sealed record DisclosureExplanation
{
    /// <summary>Shown on the own column at the moment asked.</summary>
    public required bool Visible { get; init; }

    /// <summary>First day; null when nothing is ever shown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>End, exclusive; null: none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Last shown day; null: none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The edition that governs the period.</summary>
    public required string Edition { get; init; }

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Document and clause.</summary>
    public required string Source { get; init; }

    /// <summary>Last working day on which publication is in time; null: no deadline.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The deadline lay before the ledger's first record: 建栏前的存量, not measured.</summary>
    public bool DueBeforeLedger { get; init; }

    /// <summary>The deadline rests on a year whose holidays are not known.</summary>
    public bool DueUncertain { get; init; }

    /// <summary>First day on which repair may be applied for; null: none.</summary>
    public DateOnly? RepairableFrom { get; init; }

    /// <summary>Due for reporting through at least one channel at the moment asked.</summary>
    public required bool Reportable { get; init; }

    /// <summary>Every reason at every destination asked, the own column first.</summary>
    public required IReadOnlyList<ExplainedReason> Reasons { get; init; }

    /// <summary>The whole as one Chinese paragraph with clauses.</summary>
    public required string Text { get; init; }
}
