using CreditKit.Calendar;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Tests.Policy;
using Xunit.Abstractions;

namespace CreditKit.Tests.Publication;

/// <summary>
/// The filter of public.db against the law as computed, over random lives of records. Some 1,000 record-moments in a normal run;
/// CREDITKIT_PROOF_SCALE=100 runs more than 100,000, CREDITKIT_SEED repeats a run.
/// </summary>
public sealed class ComputedSetPropertyTests(ITestOutputHelper output)
{
    private static readonly string[][] Regions = [[], ["beijing"], ["shanghai"], ["shandong"], ["zhejiang"], ["henan"]];
    private readonly int _side = (int)Math.Ceiling(Math.Sqrt(int.TryParse(Environment.GetEnvironmentVariable("CREDITKIT_PROOF_SCALE"), out var scale) ? scale : 1));
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("CREDITKIT_SEED"), out var seed) ? seed : Random.Shared.Next();

    [Fact]
    [Trait("Requirement", "000-27")]
    [Trait("Requirement", "000-32")]
    [Trait("Requirement", "002-13")]
    public void StoredFilter_AgreesWithTheDecision_ForEveryRecordAndMoment()
    {
        var random = new Random(_seed);
        var policy = new PolicyOptions { Regions = Regions[random.Next(Regions.Length)], ShowSummaryProcedure = random.Next(2) == 0 };
        using var road = new ProjectionFixture(policy);
        var book = PolicyBook.Load(policy, WorkdayCalendar.Load(null));
        var lives = Lives(random, 100 * _side);
        var moments = Moments(random, lives, 25 * _side);
        output.WriteLine($"seed {_seed}, {lives.Count} records, {moments.Count} moments, regions {string.Join(',', policy.Regions)}");

        var marks = new MarkTable(road.Ledger.Database);
        var events = new Queue<(DateTimeOffset At, Action Act)>(lives.SelectMany(l => Events(l, road, marks)).OrderBy(e => e.At));
        long compared = 0, shown = 0;
        foreach (var now in moments)
        {
            var name = $"seed {_seed}, moment {now:O}";
            while (events.TryPeek(out var next) && next.At <= now)
            {
                road.Clock.Set(next.At);
                events.Dequeue().Act();
            }

            // Whatever happened since, only the change feed is followed; and what a host does at any time changes nothing.
            road.Projector.CatchUp();
            road.Clock.Set(now);
            if (random.Next(8) == 0) road.Projector.Maintain();
            if (random.Next(12) == 0) road.Projector.Rebuild();

            var known = lives.Where(l => l.Id.Length > 0).ToList();
            var expected = known.Where(l => l.VisibleAt(book, now)).ToList();
            road.Shown().Order(StringComparer.Ordinal).ShouldBe(expected.Select(l => l.Id).Order(StringComparer.Ordinal), name);
            foreach (var life in known) (road.Query.Find(life.Id).Record is not null).ShouldBe(life.VisibleAt(book, now), $"{name}, record {life.Number}");
            foreach (RecordKind? kind in new RecordKind?[] { null, RecordKind.License, RecordKind.Penalty })
                road.Query.List(new PublicFilter { Kind = kind }, null, 5).Total.ShouldBe(expected.Count(l => kind is null || l.Record.Kind == kind), name);

            // Until the boundary that caches rely on, nothing comes and nothing goes.
            if (road.Query.NextBoundary is { } boundary)
            {
                boundary.ShouldBeGreaterThan(now, name);
                foreach (var life in known) life.VisibleAt(book, boundary.AddMilliseconds(-1)).ShouldBe(life.VisibleAt(book, now), $"{name}, record {life.Number}, boundary {boundary:O}");
            }

            compared += known.Count;
            shown += expected.Count;
        }

        output.WriteLine($"{compared:N0} record-moments compared, visible in {shown:N0}");
        shown.ShouldBeGreaterThan(compared / 50);
    }

    private static List<Life> Lives(Random random, int count)
    {
        var records = new RandomRecords(random.Next());
        var lives = new List<Life>(count);
        while (lives.Count < count)
        {
            var (record, standing, _) = records.Next();
            // Sparse years would leave most moments empty.
            if (record.DecisionDate!.Value.Year is < 2016 or > 2027) continue;
            var n = lives.Count;
            record = record with { DocumentNumber = $"示例决〔2020〕{n}号" };
            var decided = ChinaTime.StartOf(record.DecisionDate.Value);
            var arrives = standing.PublishedAt ?? decided.AddHours(random.Next(24 * 60));
            lives.Add(new Life
            {
                Number = n,
                Record = record,
                Arrives = arrives,
                Released = standing.PublishedAt is not null,
                ReleasedLater = standing.PublishedAt is null && random.Next(2) == 0 ? arrives.AddHours(random.Next(1, 2000)) : null,
                Withdrawn = standing.WithdrawnAt is { } gone && gone > arrives ? gone : null,
                Suspended = random.Next(8) == 0 ? arrives.AddMinutes(random.Next(1, 60 * 24 * 200)) : null,
                Suspension = random.Next(3) == 0 ? null : TimeSpan.FromMinutes(random.Next(1, 60 * 24 * 300)),
                Corrected = random.Next(8) == 0 ? arrives.AddMinutes(random.Next(1, 60 * 24 * 200)) : null,
            });
        }

        return lives;
    }

    // Midnights, the millisecond before them, the instants of events, and any other moment; in order, as time goes.
    private static List<DateTimeOffset> Moments(Random random, List<Life> lives, int count) =>
        [.. Enumerable.Range(0, count).Select(_ =>
        {
            var life = lives[random.Next(lives.Count)];
            var day = ChinaTime.StartOf(life.Record.DecisionDate!.Value.AddDays(random.Next(0, 1200)));
            return random.Next(5) switch
            {
                0 => day,
                1 => day.AddMilliseconds(-1),
                2 => life.Arrives,
                3 => life.Withdrawn ?? life.Arrives.AddMilliseconds(-1),
                _ => day.AddMilliseconds(random.Next(86_400_000)),
            };
        }).Order()];

    private static IEnumerable<(DateTimeOffset At, Action Act)> Events(Life life, ProjectionFixture road, MarkTable marks)
    {
        yield return (life.Arrives, () =>
        {
            var result = road.Ledger.Submit([ProjectionFixture.Submission(life.Record, life.Released)])[0];
            (life.Id, life.Key) = (result.PublicId, result.RecordId);
            life.Standing = new RecordStanding { Released = life.Released, ReleasedForSharing = life.Released, PublishedAt = life.Released ? life.Arrives : null };
        });
        if (life.ReleasedLater is { } released)
            yield return (released, () =>
            {
                road.Ledger.Submit([ProjectionFixture.Submission(life.Record) with { Target = life.Key }]);
                if (!life.Standing.Released) life.Standing = life.Standing with { Released = true, ReleasedForSharing = true, PublishedAt = released };
            });
        if (life.Corrected is { } corrected)
            yield return (corrected, () =>
            {
                life.Record = life.Record is AdministrativePenalty penalty ? penalty with { Severity = penalty.Severity == Severity.Serious ? Severity.General : Severity.Serious, FineAmount = 7 } : life.Record with { Remarks = "更正" };
                road.Ledger.Submit([ProjectionFixture.Submission(life.Record, life.Standing.Released) with { Target = life.Key, Reason = "更正" }]);
            });
        if (life.Suspended is { } suspended)
        {
            yield return (suspended, () => Suspend(true));
            if (life.Suspension is { } time) yield return (suspended + time, () => Suspend(false));
        }

        if (life.Withdrawn is { } gone)
            yield return (gone, () =>
            {
                road.Ledger.Withdraw(new CreditKit.Ledger.Withdrawal(life.Key, WithdrawalGround.Revoked, "原决定已撤销", "tester")).ShouldBeTrue();
                life.Standing = life.Standing with { WithdrawnAt = gone, WithdrawalGround = WithdrawalGround.Revoked };
                // Half of them at once, as the intake does; the rest through the feed.
                if (life.Number % 2 == 0) road.Projector.ProjectNow(life.Key);
            });

        void Suspend(bool on)
        {
            marks.Set(life.Key, CreditKit.Ledger.RecordMark.EnforcementSuspended, on, "tester", "复议期间停止执行").ShouldBeTrue();
            life.Standing = life.Standing with { EnforcementSuspended = on };
        }
    }

    private sealed class Life
    {
        public required int Number { get; init; }

        public required CreditRecord Record { get; set; }

        public required DateTimeOffset Arrives { get; init; }

        public required bool Released { get; init; }

        public DateTimeOffset? ReleasedLater { get; init; }

        public DateTimeOffset? Withdrawn { get; init; }

        public DateTimeOffset? Suspended { get; init; }

        public TimeSpan? Suspension { get; init; }

        public DateTimeOffset? Corrected { get; init; }

        public string Id { get; set; } = "";

        public long Key { get; set; }

        public RecordStanding Standing { get; set; } = new();

        public bool VisibleAt(PolicyBook book, DateTimeOffset now) => book.Decide(Record, Standing, Destination.OwnSite).IsVisibleAt(now, Standing);
    }
}
