namespace CreditKit.Policy;

/// <summary>A reason with the destination it concerns.</summary>
/// <param name="Destination"><c>own-site</c> or the channel's name.</param>
/// <param name="Code">Stable reason code.</param>
/// <param name="Text">The reason in Chinese, without personal data.</param>
/// <param name="Edition">The edition that holds the rule.</param>
/// <param name="Source">Document and clause.</param>
/// <param name="Blocks">Whether it alone keeps the record from the destination.</param>
public sealed record ExplainedReason(string Destination, string Code, string Text, string Edition, string Source, bool Blocks);
