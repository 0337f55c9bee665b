namespace CreditKit.Reporting;

/// <summary>Where cases and decisions of platforms are handled; the cases implement it.</summary>
internal interface IInboundOffice
{
    /// <summary>Takes an item in; a decision takes effect in this call. The same number is taken once.</summary>
    Task TakeAsync(string channel, InboundItem item, CancellationToken cancellation);

    /// <summary>Answers that the channel waits for, in order, with their place in the queue.</summary>
    IReadOnlyList<(long Id, InboundReply Reply)> Replies(string channel, int limit);

    /// <summary>The channel has the answer.</summary>
    void Replied(long id, string receipt);
}
