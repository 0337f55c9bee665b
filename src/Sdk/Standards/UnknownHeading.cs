namespace CreditKit.Standards;

/// <summary>A heading that no field answers to.</summary>
/// <param name="Heading">The heading as the file has it.</param>
/// <param name="Nearest">The nearest known heading, to propose; null when none is near.</param>
public sealed record UnknownHeading(string Heading, string? Nearest);
