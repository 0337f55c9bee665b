using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditKit.Tests.Reporting;

/// <summary>What a person is told about reporting, and what is never in it.</summary>
public class AlarmTests
{
    [Fact, Trait("Requirement", "000-1"), Trait("Requirement", "002-15")]
    public async Task Deadline_IsTold_BeforeAndAfterItPasses()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 3, 6, 2, 0, 0, TimeSpan.Zero));
        await using var bench = await Bench(clock);
        bench.Submit(SampleRecords.License(1));
        var desk = Desk(bench, clock);
        desk.Look().ShouldBeEmpty();

        // Decided on 2026-03-02: the seventh working day after it is 03-11.
        clock.Set(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
        desk.Look().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.DueSoon);
        clock.Set(new DateTimeOffset(2026, 3, 12, 2, 0, 0, TimeSpan.Zero));
        desk.Look().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.Overdue);

        clock.Set(new DateTimeOffset(2026, 3, 6, 2, 0, 0, TimeSpan.Zero));
        await bench.DrainAsync();
        desk.Look().ShouldBeEmpty();
    }

    [Fact]
    public async Task Stock_RaisesNoAlarm_WhenItsDeadlineLayBeforeTheLedger()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 3, 12, 2, 0, 0, TimeSpan.Zero));
        await using var bench = await Bench(clock);
        bench.Submit(SampleRecords.License(1));

        // Due by 2026-03-11.
        Desk(bench, clock, began: new(2026, 3, 11)).Look().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.Overdue);
        Desk(bench, clock, began: new(2026, 3, 12)).Look().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusal_Silence_AndMissingReceipt_AreToldAfterTheirTime()
    {
        var clock = new TestClock();
        await using var bench = await Bench(clock);
        bench.Submit(SampleRecords.License(1) with { Category = "不在表内" });
        await bench.DrainAsync();
        Kinds().ShouldBeEmpty();
        clock.Advance(TimeSpan.FromDays(2));
        Kinds().ShouldBe([AlarmKind.Rejected]);

        bench.Submit(SampleRecords.License(2));
        var silent = new SilentChannel();
        for (var i = 0; i < 60; i++)
        {
            await bench.Dispatcher(channel: silent).DispatchAsync(default);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Kinds().ShouldBe([AlarmKind.Rejected, AlarmKind.ChannelDown]);
        clock.Advance(TimeSpan.FromDays(1));
        silent.Answer = ReportAnswer.Unknown(AnswerScope.Call, "timeout");
        silent.CanLookUp = false;
        await bench.Dispatcher(channel: silent).DispatchAsync(default);
        Kinds().ShouldBe([AlarmKind.Rejected, AlarmKind.NoReceipt, AlarmKind.ForAPerson, AlarmKind.ChannelDown]);

        IEnumerable<AlarmKind> Kinds() => Desk(bench, clock).Look().Select(a => a.Kind).Where(k => k is not (AlarmKind.DueSoon or AlarmKind.Overdue));
    }

    [Fact]
    public async Task Alarm_IsPostedOnceADayAndWhenItIsOver_WithoutPersonalData()
    {
        var posts = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var hook = builder.Build();
        hook.MapPost("/", async (HttpRequest request) => posts.Enqueue(await new StreamReader(request.Body).ReadToEndAsync()));
        await hook.StartAsync();
        var clock = new TestClock();
        await using var bench = await Bench(clock);
        var record = SampleRecords.License(1) with { Category = "不在表内" };
        bench.Submit(record);
        await bench.DrainAsync();
        clock.Advance(TimeSpan.FromDays(2));
        using var post = new AlarmPost(new Uri(hook.Urls.First()), NullLogger.Instance);
        var (first, second) = (Desk(bench, clock, post), Desk(bench, clock, post));

        // Two processes look; one tells.
        await first.RunAsync(default);
        await second.RunAsync(default);
        var told = posts.Count;
        posts.Count(p => p.Contains("\"Rejected\"", StringComparison.Ordinal)).ShouldBe(1);
        clock.Advance(TimeSpan.FromHours(25));
        await first.RunAsync(default);
        posts.Count.ShouldBe(told * 2);

        bench.Submit(SampleRecords.License(1));
        await bench.DrainAsync();
        await second.RunAsync(default);
        posts.Count(p => p.Contains("\"over\":true", StringComparison.Ordinal)).ShouldBe(told);
        foreach (var text in posts)
        {
            text.ShouldNotContain(record.Counterpart.Name!);
            text.ShouldNotContain(record.DocumentNumber!);
        }
    }

    [Theory]
    [InlineData("http://alarm.example.gov.cn/")]
    [InlineData("https://user:pass@alarm.example.gov.cn/")]
    [InlineData("/relative")]
    public void Webhook_IsRefusedAtStart_WhenItCouldBeListenedTo(string address) =>
        Should.Throw<CreditKitException>(() => new AlarmPost(new Uri(address, UriKind.RelativeOrAbsolute), NullLogger.Instance)).Code.ShouldBe("CK1508");

    [Fact]
    public async Task Metrics_CountRowsByOutcome()
    {
        var seen = new ConcurrentBag<(string Instrument, long Value, string Tags)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == ReportingMetrics.Name) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add((instrument.Name, value, string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}")))));
        listener.Start();
        var clock = new TestClock();
        await using var bench = await Bench(clock);
        bench.Submit(SampleRecords.License(1), SampleRecords.License(2) with { Category = "不在表内" });
        await bench.DrainAsync();
        clock.Advance(TimeSpan.FromDays(3));
        await Desk(bench, clock).RunAsync(default);
        listener.RecordObservableInstruments();

        seen.ShouldContain(("creditkit.reporting.rows", 1L, "channel=province,outcome=rejected"));
        seen.ShouldContain(("creditkit.reporting.alarms", 1L, "channel=province,kind=Rejected"));
    }

    private static Task<ReportingBench> Bench(TestClock clock) => ReportingBench.StartAsync(time: clock);

    private static AlarmDesk Desk(ReportingBench bench, TestClock clock, AlarmPost? post = null, DateOnly? began = null)
    {
        var calendar = WorkdayCalendar.Load(null);
        var policy = PolicyBook.Load((string?)null, calendar);
        var options = ReportingBench.Options();
        var router = new ReportRouter([options], policy.Decide);
        return new AlarmDesk(options, new AlarmOptions(), bench.Outbox, router, calendar, clock, NullLogger.Instance, post, began: () => began);
    }
}
