namespace CreditKit.Ledger.CaseFiles;

/// <summary>An answer that a channel is waiting for (厦门 五(六): the platform forwards, the source unit answers).</summary>
/// <param name="Id">Order of the queue.</param>
/// <param name="Channel">Channel name.</param>
/// <param name="ChannelNumber">Number of the case there.</param>
/// <param name="CaseNumber">Receipt number here.</param>
/// <param name="Outcome">Outcome as a code.</param>
/// <param name="Text">The answer.</param>
/// <param name="QueuedAt">Since when, UTC.</param>
internal sealed record CaseAnswer(long Id, string Channel, string ChannelNumber, string CaseNumber, string Outcome, string Text, DateTimeOffset QueuedAt);
