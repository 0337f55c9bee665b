namespace CreditKit.Reporting;

/// <summary>
/// A channel that also leads here: cases that the platform forwards, and repairs, objections and withdrawals that were
/// decided there (厦门 五(六); 424号 (十五)). Each is taken in once by its number, takes effect here the same day, and is answered.
/// </summary>
public interface IInboundChannel : IReportChannel
{
    /// <summary>What came since. Giving an item out again does no harm. Must be done within <see cref="ChannelOptions.Timeout"/>.</summary>
    /// <param name="after">Where the last answer said to go on; null begins.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<ChannelPage<InboundItem>> ReceiveAsync(string? after, CancellationToken cancellation);

    /// <summary>Answers an item. The same answer may come more than once.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellation">Ends the call; the answer is then given again.</param>
    /// <returns>Accepted with the receipt's number; rejected when the platform will never take it; anything else is tried again.</returns>
    Task<ReportAnswer> AnswerAsync(InboundReply reply, CancellationToken cancellation);
}
