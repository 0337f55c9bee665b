using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>The answer to one record.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Id">Public id; null when rejected.</param>
/// <param name="Revision">Newest revision, 1 upward; 0 when rejected.</param>
/// <param name="Issues">Everything that was found, for publication and for reporting.</param>
public sealed record IntakeResult(IntakeOutcome Outcome, string? Id, int Revision, IReadOnlyList<ValidationIssue> Issues);
