namespace ProvincialPortal.Exchange;

/// <summary>The agency's answer to an item.</summary>
/// <param name="Number">Number at the portal.</param>
/// <param name="CaseNumber">Receipt number at the agency.</param>
/// <param name="Outcome">Outcome as a code.</param>
/// <param name="Text">The answer.</param>
/// <param name="DecidedAt">When it was decided.</param>
public sealed record InboxAnswer(string Number, string CaseNumber, string Outcome, string Text, DateTimeOffset DecidedAt);
