using CreditKit.Calendar;
using CreditKit.Records;
using CreditKit.Reporting;

namespace CreditKit.Cases;

/// <summary>Hands what a channel brought to the desk of platform cases. The day of receipt is the day it came in here.</summary>
internal sealed class InboundOffice(PlatformDesk desk, TimeProvider time) : IInboundOffice
{
    /// <inheritdoc/>
    public async Task TakeAsync(string channel, InboundItem item, CancellationToken cancellation)
    {
        var (today, actor) = (ChinaTime.DateOf(time.GetUtcNow()), $"channel:{channel}");
        if (item.Kind == InboundKind.Decision)
        {
            var ground = item.Ground ?? WithdrawalGround.Repaired;
            var reason = item.Text.Length > 0 ? item.Text : ground == WithdrawalGround.Repaired ? "信用修复" : "平台决定停止公示";
            await desk.ApplyAsync(new ExternalResult(channel, item.Number, item.DocumentNumber, item.CounterpartCode, item.Granted, ground, reason, today), actor, cancellation);
            return;
        }

        desk.Receive(new ExternalCase(channel, item.Number, Kind(item.Kind), item.DocumentNumber, item.CounterpartCode, item.Text, today)
        {
            ApplicantName = item.ApplicantName,
            Phone = item.Phone,
        }, actor);
    }

    /// <inheritdoc/>
    public IReadOnlyList<(long Id, InboundReply Reply)> Replies(string channel, int limit) =>
        [.. desk.Answers(channel, limit).Select(a => (a.Id, new InboundReply(a.ChannelNumber, a.CaseNumber, a.Outcome, a.Text, a.QueuedAt)))];

    /// <inheritdoc/>
    public void Replied(long id, string receipt) => desk.Answered(id, receipt, "reporting");

    private static CaseKind Kind(InboundKind kind) => kind switch
    {
        InboundKind.Objection => CaseKind.Objection,
        InboundKind.Enquiry => CaseKind.Enquiry,
        InboundKind.Repair => CaseKind.CreditRepair,
        InboundKind.PersonalInformation => CaseKind.PersonalInformation,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
