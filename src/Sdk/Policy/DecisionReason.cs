namespace CreditKit.Policy;

/// <summary>One step of a decision: which rule said what.</summary>
/// <param name="Code">Stable reason code, e.g. <c>slight</c>, <c>natural-person-without-basis</c>, <c>summary-procedure</c>.</param>
/// <param name="Text">The reason in plain Chinese, without personal data.</param>
/// <param name="Edition">The policy edition that holds the rule.</param>
/// <param name="Source">Document and clause.</param>
/// <param name="Blocks">Whether this alone keeps the record from the destination.</param>
public sealed record DecisionReason(string Code, string Text, string Edition, string Source, bool Blocks);
