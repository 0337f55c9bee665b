using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>The rules of credit repair on the day of an application (DisclosureDecision says from when a record is repairable).</summary>
internal sealed record RepairTerms
{
    public TermFigure? Accept { get; init; }

    public TermFigure? Decide { get; init; }

    public TermFigure? Extend { get; init; }

    /// <summary>Months after a repair in which a new penalty bars the subject (424号 (十六)); null: no such rule.</summary>
    public TermFigure? RepeatWithinMonths { get; init; }

    /// <summary>Months for which a broken commitment bars the subject; null: no figure is known.</summary>
    public TermFigure? FalseBanMonths { get; init; }

    public IReadOnlyList<Severity> ExcludedSeverities { get; init; } = [];

    /// <summary>Where classes are excluded.</summary>
    public string ExclusionSource { get; init; } = "";

    public IReadOnlyList<string> Materials { get; init; } = [];

    public string Window { get; init; } = "";

    public string Source { get; init; } = "";
}
