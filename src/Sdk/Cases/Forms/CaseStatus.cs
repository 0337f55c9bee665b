namespace CreditKit.Cases;

/// <summary>The state of a case for whoever holds its receipt.</summary>
public sealed record CaseStatus
{
    /// <summary>Receipt number.</summary>
    public required string Number { get; init; }

    /// <summary>What was asked for.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>The same in Chinese.</summary>
    public required string KindText { get; init; }

    /// <summary>Where it stands, in Chinese.</summary>
    public required string StateText { get; init; }

    /// <summary>It is decided.</summary>
    public required bool Closed { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Last working day for the answer; null when none runs.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>What the agency answers; empty until it does.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What happened, the oldest first; without who did it.</summary>
    public required IReadOnlyList<CaseStatusStep> Steps { get; init; }
}
