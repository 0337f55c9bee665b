namespace CreditKit.Ledger.CaseFiles;

/// <summary>A decision that does something to an earlier one; both are records (厦门 二: 作出或变更).</summary>
/// <param name="Later">Record of the later decision.</param>
/// <param name="Earlier">Record of the earlier decision.</param>
/// <param name="Relation">What the later does to the earlier.</param>
internal sealed record DecisionLink(long Later, long Earlier, DecisionRelation Relation);
