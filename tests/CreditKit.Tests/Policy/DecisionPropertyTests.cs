using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;
using Xunit.Abstractions;
using static CreditKit.Tests.Policy.Samples;

namespace CreditKit.Tests.Policy;

/// <summary>1 % of the full size in a normal run; CREDITKIT_PROOF_SCALE=100 runs it whole, CREDITKIT_SEED repeats a run.</summary>
public sealed class DecisionPropertyTests(ITestOutputHelper output)
{
    private readonly int _count = 1000 * (int.TryParse(Environment.GetEnvironmentVariable("CREDITKIT_PROOF_SCALE"), out var scale) ? scale : 1);
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("CREDITKIT_SEED"), out var seed) ? seed : Random.Shared.Next();

    [Fact]
    [Trait("Requirement", "000-27")]
    [Trait("Requirement", "002-13")]
    public void Decide_IsLawful_ForRandomRecordsAndMoments()
    {
        output.WriteLine($"seed {_seed}, {_count} records");
        var random = new RandomRecords(_seed);
        for (var i = 0; i < _count; i++)
        {
            var (record, standing, destination) = random.Next();
            var decision = Book.Decide(record, standing, destination);
            var name = $"seed {_seed}, record {i}";
            if (decision.Until is { } until) (until > decision.From).ShouldBeTrue(name);
            if (decision.RepairableFrom is { } repair) (repair >= decision.From && repair < (decision.Until ?? DateOnly.MaxValue)).ShouldBeTrue(name);
            if (decision.From is null && !decision.Allowed) decision.PublicLine.ShouldBeEmpty(name);
            decision.Reasons.TakeWhile(r => r.Blocks).Count().ShouldBe(decision.Reasons.Count(r => r.Blocks), name);

            var moments = Enumerable.Range(0, 12).Select(_ => random.Moment(record.DecisionDate!.Value)).Order().ToList();
            var ended = false;
            foreach (var now in moments)
            {
                var visible = decision.IsVisibleAt(now, standing);
                if (visible) Explains(record, standing, decision, now, name);
                // Once begun and over, a record stays away.
                (visible && ended).ShouldBeFalse(name);
                ended |= !visible && decision.From is { } from && ChinaTime.DateOf(now) >= from && standing.PublishedAt <= now;
                if (!visible && destination.Kind == DestinationKind.OwnSite) Book.WhyHidden(decision, standing, now).ShouldNotBeEmpty(name);
            }
        }
    }

    private static void Explains(CreditRecord record, RecordStanding standing, DisclosureDecision decision, DateTimeOffset now, string name)
    {
        var today = ChinaTime.DateOf(now);
        standing.Released.ShouldBeTrue(name);
        standing.EnforcementSuspended.ShouldBeFalse(name);
        (standing.PublishedAt <= now).ShouldBeTrue(name);
        (standing.WithdrawnAt is null || standing.WithdrawnAt > now).ShouldBeTrue(name);
        (decision.From <= today && (decision.Until is null || today < decision.Until)).ShouldBeTrue(name);
        if (decision.Destination.Kind != DestinationKind.OwnSite || record is not AdministrativePenalty penalty) return;
        var prescribed = record.Domain is "安全生产" or "生态环境" || record.Override is { LegalBasis: not " " };
        if (penalty.Severity == Severity.Slight && today >= new DateOnly(2026, 4, 1)) prescribed.ShouldBeTrue(name);
        if (today >= new DateOnly(2026, 1, 1)) (record.Domain == "治安" || penalty.LegalBasis!.Contains("治安管理处罚法")).ShouldBeFalse(name);
        if (record.Counterpart.Kind == CounterpartKind.NaturalPerson) record.PersonalDisclosureBasis.ShouldNotBeNull(name);
    }

    [Fact]
    public void Decide_AllocatesLittle_BecauseAnImportAsksForEveryRow()
    {
        var record = Penalty("2026-05-06");
        var standing = PublishedOn("2026-05-08");
        for (var i = 0; i < 200; i++) Book.Decide(record, standing, Destination.OwnSite);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++) Book.Decide(record, standing, Destination.OwnSite);
        watch.Stop();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 10_000;

        output.WriteLine($"{bytes} bytes and {watch.Elapsed.TotalMicroseconds / 10_000:0.00} µs a decision");
        bytes.ShouldBeLessThan(400);
    }
}
