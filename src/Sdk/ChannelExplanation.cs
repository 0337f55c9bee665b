using CreditKit.Ledger;
using CreditKit.Policy;

namespace CreditKit;

/// <summary>What one channel does with a record.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Reportable">It may carry the record.</param>
/// <param name="State">State of the newest outbox entry; null when none was queued.</param>
/// <param name="MarkedNotPublic">It is sent with the mark 不公示.</param>
/// <param name="Receipt">Number of the newest receipt; null when there is none.</param>
/// <param name="HeldBack">Why it is held back; empty when it is carried.</param>
/// <param name="Text">The same in one Chinese sentence.</param>
internal sealed record ChannelExplanation(string Channel, bool Reportable, string? State, bool MarkedNotPublic, string? Receipt, IReadOnlyList<DecisionReason> HeldBack, string Text)
{
    /// <summary>From the channel's decision and the record's timeline there.</summary>
    public static ChannelExplanation Of(string channel, DisclosureDecision decision, IEnumerable<OutboxTrace> timeline)
    {
        var newest = timeline.LastOrDefault();
        var receipt = timeline.LastOrDefault(t => t.Number is { Length: > 0 })?.Number;
        IReadOnlyList<DecisionReason> heldBack = decision.Allowed ? [] : [.. decision.Reasons.Where(r => r.Blocks)];
        var text = decision.Allowed
            ? $"可以报送{(decision.MarkedNotPublic ? "，报送时标明不公示" : "")}；{Describe(newest?.Entry.State)}{(receipt is null ? "" : $"，回执 {receipt}")}。"
            : $"不报送：{string.Join("；", heldBack.Select(r => $"{r.Text.TrimEnd('。')}（{r.Source}）"))}。";
        return new ChannelExplanation(channel, decision.Allowed, newest?.Entry.State.ToString().ToLowerInvariant(), decision.MarkedNotPublic, receipt, heldBack, text);
    }

    private static string Describe(OutboxState? state) => state switch
    {
        OutboxState.Pending or OutboxState.Leased => "等待报送",
        OutboxState.Unknown => "已发出，等待平台答复",
        OutboxState.Accepted => "平台已接收",
        OutboxState.Rejected => "平台已退回，需要人工处理",
        OutboxState.Superseded => "已被较新的版本取代",
        _ => "尚未排入报送",
    };
}
