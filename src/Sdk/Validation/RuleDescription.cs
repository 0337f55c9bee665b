namespace CreditKit.Validation;

/// <summary>What a rule is called, how much it weighs by default, and which document says so. Weights are data: an agency changes them in its configuration.</summary>
public sealed record RuleDescription
{
    /// <summary>Stable id, e.g. <c>uscc-check-digit</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese title for the sheet of rules.</summary>
    public required string Title { get; init; }

    /// <summary>Weight for publication.</summary>
    public RuleWeight Publish { get; init; }

    /// <summary>Weight for reporting.</summary>
    public RuleWeight Report { get; init; }

    /// <summary>Weight for publication of back-loaded rows; null: as <see cref="Publish"/>.</summary>
    public RuleWeight? Historic { get; init; }

    /// <summary>Document and clause.</summary>
    public string Source { get; init; } = "";

    /// <summary>The same for another administrative act, where it differs; empty: it does not.</summary>
    public string ActSource { get; init; } = "";

    /// <summary>What would be right, unless the finding says it better.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A three or more sources, B two, C one, K unverified, own: the product's own.</summary>
    public string Confidence { get; init; } = "A";

    /// <summary>Figures the rule compares with.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters { get; init; } = new Dictionary<string, decimal>();
}
