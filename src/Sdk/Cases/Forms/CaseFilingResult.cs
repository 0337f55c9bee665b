namespace CreditKit.Cases;

/// <summary>The answer to a filing: a receipt, or what is wrong.</summary>
/// <param name="Receipt">The receipt; null when nothing was filed.</param>
/// <param name="Issues">What is wrong; empty when it was filed.</param>
public sealed record CaseFilingResult(CaseReceipt? Receipt, IReadOnlyList<CaseIssue> Issues);
