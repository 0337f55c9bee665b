namespace CreditKit.Templates.Models;

/// <summary>How credit repair works today.</summary>
public sealed record RepairGuideModel
{
    /// <summary>Where it is applied for.</summary>
    public string Window { get; init; } = "";

    /// <summary>The papers; one line, or one per class of dishonesty where they differ.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>Time limits, a sentence each; empty where none is fixed.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>No charge in any form.</summary>
    public bool Free { get; init; }

    /// <summary>Classes that cannot be repaired; may be empty.</summary>
    public string Excluded { get; init; } = "";

    /// <summary>Document and clause.</summary>
    public string Source { get; init; } = "";
}
