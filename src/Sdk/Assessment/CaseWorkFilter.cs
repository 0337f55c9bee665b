namespace CreditKit.Assessment;

/// <summary>Which open cases.</summary>
internal sealed record CaseWorkFilter
{
    /// <summary>About records of this unit, or about none; null: all.</summary>
    public string? Unit { get; init; }

    /// <summary>Limit on or after this day.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Limit on or before this day.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>Came in before this day.</summary>
    public DateOnly? ReceivedBefore { get; init; }
}
