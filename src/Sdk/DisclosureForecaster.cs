using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit;

/// <summary>Tells validation what the law in force says of a record's period and deadline. The law is read when it is first asked.</summary>
internal sealed class DisclosureForecaster(Lazy<PolicyBook> policy, WorkdayCalendar calendar, TimeProvider time)
{
    private const int SoonWorkdays = 2;

    // Asked as if it were reviewed: what is missing on the way is not what period and deadline are about.
    private static readonly RecordStanding s_released = new() { Released = true, ReleasedForSharing = true };

    private Soon? _soon;

    public DisclosureForecast? Of(CreditRecord record)
    {
        if (record.DecisionDate is null) return null;
        var decision = policy.Value.Decide(record, s_released, Destination.OwnSite);
        var today = ChinaTime.DateOf(time.GetUtcNow());
        if (_soon is not { } soon || soon.Today != today) _soon = soon = new(today, calendar.Compute(today, SoonWorkdays).Date);
        return new DisclosureForecast(decision.Allowed && !decision.MarkedNotPublic ? decision.LastDay : null, decision.PublishBy, decision.PublishBy >= today && decision.PublishBy <= soon.Until);
    }

    private sealed record Soon(DateOnly Today, DateOnly Until);
}
