namespace CreditKit.Cases;

/// <summary>Who takes a step and why.</summary>
/// <param name="Actor">Who; stands in the audit chain.</param>
/// <param name="Reason">Why; stays in the file.</param>
internal sealed record Ruling(string Actor, string Reason)
{
    /// <summary>What the applicant is told; the reason when it is null.</summary>
    public string? Reply { get; init; }

    /// <summary>An explanation for the public notice, masked before it is published; none when null.</summary>
    public string? PublicText { get; init; }
}
