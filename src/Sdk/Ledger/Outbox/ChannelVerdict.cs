namespace CreditKit.Ledger;

/// <summary>What a call says about the channel as a whole.</summary>
/// <param name="Answered">It answers.</param>
/// <param name="Fault">Code of the failure when it does not.</param>
/// <param name="Wait">How long to leave it alone; by number of failures in a row.</param>
internal sealed record ChannelVerdict(bool Answered, string? Fault = null, Func<int, TimeSpan>? Wait = null);
