using CreditKit.Validation;

namespace CreditKit.Intake.Rows;

/// <summary>What became of one row of a call.</summary>
/// <param name="Row">Its place in the call, 1 upward.</param>
/// <param name="Outcome">New, unchanged, corrected or rejected.</param>
/// <param name="Id">Public id; null when rejected.</param>
/// <param name="Revision">Newest revision; 0 when rejected.</param>
/// <param name="Issues">Everything that was found.</param>
internal sealed record RowAnswer(int Row, IntakeOutcome Outcome, string? Id, int Revision, IReadOnlyList<ValidationIssue> Issues);
