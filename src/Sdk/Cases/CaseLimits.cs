namespace CreditKit.Cases;

/// <summary>Until when a case must be admitted and decided.</summary>
/// <param name="AcceptBy">Last working day for admitting; null when no limit applies.</param>
/// <param name="DueOn">Last working day for deciding; null when no limit applies.</param>
/// <param name="Uncertain">A limit rests on a year whose holidays are not announced yet.</param>
/// <param name="Source">Documents and clauses.</param>
internal readonly record struct CaseLimits(DateOnly? AcceptBy, DateOnly? DueOn, bool Uncertain, string Source);
