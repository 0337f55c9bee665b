namespace CreditKit.Cases;

/// <summary>One step of a case, for whoever holds its receipt.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What was done, in Chinese.</param>
public sealed record CaseStatusStep(DateTimeOffset At, string Text);
