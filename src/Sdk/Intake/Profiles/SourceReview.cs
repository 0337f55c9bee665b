namespace CreditKit.Intake.Profiles;

/// <summary>Who reviewed a source's rows for content and confidentiality, and when.</summary>
/// <param name="Reviewer">审查人.</param>
/// <param name="Date">审查日期.</param>
public sealed record SourceReview(string Reviewer, DateOnly Date);
