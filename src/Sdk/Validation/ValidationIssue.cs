namespace CreditKit.Validation;

/// <summary>One thing that is wrong, or worth a look, in one row. Messages never contain the value of a personal field.</summary>
public sealed record ValidationIssue
{
    /// <summary>The row a person sees in the file (the heading is row 1); 0 when there is no file.</summary>
    public int Row { get; init; }

    /// <summary>Stable rule id, e.g. <c>uscc-check-digit</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The column heading as the file has it, or the standard's Chinese head; empty for the row as a whole.</summary>
    public string Field { get; init; } = "";

    /// <summary>What it does to the record.</summary>
    public required IssueSeverity Severity { get; init; }

    /// <summary>For which use.</summary>
    public required IssueDestination Destination { get; init; }

    /// <summary>What is wrong, in Chinese.</summary>
    public required string Message { get; init; }

    /// <summary>What would be right, in Chinese.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Which rule says so: document and clause.</summary>
    public string Source { get; init; } = "";
}
