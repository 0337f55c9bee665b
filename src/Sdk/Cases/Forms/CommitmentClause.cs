namespace CreditKit.Cases;

/// <summary>A clause of the prescribed repair commitment.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Text">The clause.</param>
/// <param name="Source">Document and clause that prescribe it.</param>
public sealed record CommitmentClause(string Id, string Text, string Source);
