namespace CreditKit.Ledger;

/// <summary>How a channel is doing.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Failures">Failed calls since the last answer.</param>
/// <param name="NextCallAt">It is left alone until then.</param>
/// <param name="Paused">A person stopped it.</param>
/// <param name="AnsweredAt">Its last answer.</param>
/// <param name="FailedAt">Its last failure.</param>
/// <param name="Fault">Code of that failure.</param>
internal sealed record ChannelStanding(string Name, int Failures, DateTimeOffset NextCallAt, bool Paused, DateTimeOffset? AnsweredAt, DateTimeOffset? FailedAt, string? Fault);
