using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Looks for what a person should know about a channel, and tells it: log, metric, webhook. The health check asks it, too.</summary>
internal sealed class AlarmDesk(ChannelOptions options, AlarmOptions alarms, IOutbox outbox, ReportRouter router, WorkdayCalendar calendar, TimeProvider time, ILogger log, AlarmPost? post = null, ListDesk? lists = null, Func<DateOnly?>? began = null)
{
    /// <summary>Name of the chore.</summary>
    public const string Chore = "alarms";

    /// <summary>Rows of the oldest decisions that are looked at one by one for their deadline.</summary>
    private const int Looked = 500;

    /// <summary>What stands now.</summary>
    public IReadOnlyList<ReportAlarm> Look()
    {
        var now = time.GetUtcNow();
        var found = new List<ReportAlarm>();
        var trouble = outbox.Trouble(options.Name, now.AddDays(-alarms.RejectedDays), now.AddHours(-alarms.NoReceiptHours));
        if (lists is { Carries: true } && lists.Trouble(now.AddDays(-alarms.RejectedDays), now.AddHours(-alarms.NoReceiptHours)) is var listed)
            trouble = trouble with { Rejected = trouble.Rejected + listed.Rejected, NoReceipt = trouble.NoReceipt + listed.NoReceipt };
        var (soon, late) = Deadlines(ChinaTime.DateOf(now));
        Add(AlarmKind.Overdue, late, $"{late} 条已过报送期限仍未送达");
        Add(AlarmKind.DueSoon, soon, $"{soon} 条在 {alarms.DueWithin} 个工作日内到报送期限，尚未送达");
        Add(AlarmKind.Rejected, trouble.Rejected, $"{trouble.Rejected} 条被退回已满 {alarms.RejectedDays} 天，尚未更正");
        Add(AlarmKind.NoReceipt, trouble.NoReceipt, $"{trouble.NoReceipt} 条报送已满 {alarms.NoReceiptHours} 小时，没有回执");
        Add(AlarmKind.ForAPerson, trouble.ForAPerson, $"{trouble.ForAPerson} 条不知是否送达，须向平台核实后登记（creditkit settle）");
        var standing = outbox.Standing(options.Name);
        var silent = standing is { Failures: > 0, Paused: false, FailedAt: { } failed } && failed - (standing.AnsweredAt ?? DateTimeOffset.MinValue) >= TimeSpan.FromMinutes(alarms.DownMinutes)
            && (standing.AnsweredAt is not null || standing.Failures > 3);
        Add(AlarmKind.ChannelDown, silent ? 1 : 0, $"接收方没有应答（{standing.Fault}），已连续失败 {standing.Failures} 次");
        return found;

        void Add(AlarmKind kind, long rows, string text)
        {
            if (rows > 0) found.Add(new ReportAlarm(options.Name, kind, rows, $"报送通道“{options.Name}”：{text}。"));
        }
    }

    /// <summary>Looks, and tells what is new, what still stands after a while, and what is over.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var found = Look();
        ReportingMetrics.Set(options.Name, outbox.Counts(options.Name).Open, found);
        var turn = outbox.Alarms(options.Name, found.ToDictionary(a => (int)a.Kind, a => a.Rows), TimeSpan.FromHours(alarms.RepeatHours));
        foreach (var alarm in found.Where(a => turn.Raised.ContainsKey((int)a.Kind)))
        {
            ReportingLog.Alarm(log, options.Name, AlarmKindText.Of(alarm.Kind), alarm.Rows);
            if (post is not null) await post.TellAsync(alarm, turn.Raised[(int)alarm.Kind].Since, over: false, cancellation);
        }

        foreach (var kind in turn.Over)
        {
            ReportingLog.AlarmOver(log, options.Name, AlarmKindText.Of((AlarmKind)kind));
            if (post is not null) await post.TellAsync(new ReportAlarm(options.Name, (AlarmKind)kind, 0, $"报送通道“{options.Name}”：已恢复正常。"), time.GetUtcNow(), over: true, cancellation);
        }
    }

    private (long Soon, long Late) Deadlines(DateOnly today)
    {
        var entries = outbox.Unreported(options.Name, Looked);
        if (entries.Count == 0) return default;
        var (soon, late) = (0L, 0L);
        var since = began?.Invoke();
        foreach (var record in outbox.Contents(entries).Values)
        {
            var decision = router.Decide(options, record.Record.Value, record.Standing);
            if (!decision.Allowed || Stock.Measured(decision.ReportBy, since) is not { } last) continue;
            if (today > last) late++;
            else if (calendar.CountWorkdays(today, last) <= alarms.DueWithin) soon++;
        }

        return (soon, late);
    }
}
