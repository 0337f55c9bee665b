namespace CreditKit.Reporting;

/// <summary>An answer to an item that came from a platform. Printing it shows numbers only.</summary>
/// <param name="Number">Number of the item there.</param>
/// <param name="CaseNumber">Receipt number here.</param>
/// <param name="Outcome">Outcome as a code, e.g. <c>Maintained</c>, <c>Withdrawn</c>, <c>Repaired</c>.</param>
/// <param name="Text">The answer in Chinese.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
public sealed record InboundReply(string Number, string CaseNumber, string Outcome, string Text, DateTimeOffset DecidedAt)
{
    /// <summary>Numbers and outcome only.</summary>
    public override string ToString() => $"{Number} {CaseNumber} {Outcome}";
}
