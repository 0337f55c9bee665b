using CreditKit.Records;

namespace CreditKit.Policy;

/// <summary>What a class standard proposes for a penalty; a person decides.</summary>
/// <param name="Severity">The proposed class.</param>
/// <param name="Text">Why, in Chinese.</param>
/// <param name="Edition">The edition that holds the standard.</param>
/// <param name="Source">Document and clause.</param>
/// <param name="Certainty">How sure the standard is.</param>
public sealed record SeverityProposal(Severity Severity, string Text, string Edition, string Source, Certainty Certainty);
