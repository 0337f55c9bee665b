using CreditKit.Assessment;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Assessment;

public sealed class AssessmentTests
{
    private const string Code = "11339700MB2401975W";

    [Fact]
    [Trait("Requirement", "000-21")]
    [Trait("Requirement", "000-23")]
    [Trait("Requirement", "001-15")]
    [Trait("Requirement", "002-24")]
    public void Figures_OverAGeneratedYear_EqualAnIndependentCalculation_AndTheirLists()
    {
        using var folder = new TempFolder();
        var clock = new TestClock(new DateTimeOffset(2025, 1, 6, 2, 0, 0, TimeSpan.Zero));
        var options = new CreditKitOptions { DataDirectory = folder.Path, Agency = { Name = "云州市市场监督管理局", CreditCode = Code } };
        options.Channels["province"] = new ChannelOptions { Type = "portal-api", BaseAddress = new Uri("http://127.0.0.1:1"), Token = "loopback-only-3f1d" };
        using var engine = CreditKitEngine.Open(options, clock);
        var outbox = new SqliteOutbox(engine.Ledger.Database);
        var random = new Random(20260728);
        var facts = new List<Fact>();
        for (var n = 0; n < 240; n++)
        {
            var decided = n == 0 ? new DateOnly(2025, 1, 6) : new DateOnly(2025, 1, 6).AddDays(random.Next(350));
            facts.Add(new Fact(n, decided, decided.AddDays(n == 0 ? 0 : random.Next(0, 16)), Summary: random.Next(8) == 0, Released: n == 0 || random.Next(10) > 0, Accepted: random.Next(5) > 0));
        }

        var ids = new Dictionary<int, long>();
        foreach (var fact in facts.OrderBy(f => f.Received).ThenBy(f => f.N))
        {
            clock.Set(new DateTimeOffset(fact.Received.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero));
            var result = engine.Ledger.Submit([new Submission { Record = new Validated<CreditRecord>(Record(fact)), Source = new SourceReference("test", null, "t"), Released = fact.Released, ReleasedForSharing = fact.Released, Channels = fact.Released && !fact.Summary ? ["province"] : [] }])[0];
            ids[fact.N] = result.RecordId;
            foreach (var entry in outbox.Lease(new OutboxLease("province", 10, 1, TimeSpan.FromMinutes(5), _ => TimeSpan.Zero)))
                outbox.Complete("province", [new OutboxOutcome { Entry = entry, State = fact.Accepted ? OutboxState.Accepted : OutboxState.Rejected, Code = "x", Answer = "1001: 未查询到主体", Number = "N" }], new ChannelVerdict(true));
        }

        clock.Set(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        var today = new DateOnly(2026, 3, 2);
        var calendar = WorkdayCalendar.Load(null);
        foreach (var month in Enumerable.Range(1, 12))
        {
            var scope = AssessmentScope.Month(new DateOnly(2025, month, 1));
            var figures = engine.Assessor.Of(scope);
            var mine = facts.Where(f => f.Decided.Month == month).ToList();
            var due = mine.Where(f => !f.Summary).ToList();
            var published = due.Where(f => f.Released).ToList();
            var onTime = published.Where(f => f.Received <= Deadline(calendar, f.Decided)).ToList();
            var concealed = due.Where(f => !f.Released && Deadline(calendar, f.Decided) < today).ToList();

            figures.Decided.ShouldBe(mine.Count);
            figures.Excluded.ShouldBe(mine.Count - due.Count, "summary procedure is kept back by law");
            figures.Published.ShouldBe(published.Count);
            figures.PublicationRate.ShouldBe(due.Count == 0 ? null : (double)published.Count / due.Count);
            figures.OnTime.ShouldBe(onTime.Count);
            figures.OnTimeRate.ShouldBe(due.Count == 0 ? null : (double)onTime.Count / due.Count);
            figures.Concealed.ShouldBe(concealed.Count);
            figures.Late.ShouldBe(due.Count - onTime.Count);
            figures.ToReport.ShouldBe(due.Count);
            figures.Reported.ShouldBe(published.Count(f => f.Accepted));
            figures.AcceptanceRate.ShouldBe(published.Count == 0 ? null : (double)published.Count(f => f.Accepted) / published.Count);
            figures.Scopes.ShouldBe(due.Select(f => Item(f.N)).Distinct().Count());
            figures.ScopesPublished.ShouldBe(published.Select(f => Item(f.N)).Distinct().Count());
            figures.Quality.ShouldBe(published.Count(f => engine.Validator.Validate(Record(f)).Issues.All(i => i.Severity == IssueSeverity.Info)));

            Ids(AssessmentList.Concealed).ShouldBe(concealed.Select(f => ids[f.N]).Order());
            Ids(AssessmentList.Late).ShouldBe(due.Except(onTime).Select(f => ids[f.N]).Order());
            Ids(AssessmentList.Refused).ShouldBe(published.Where(f => !f.Accepted).Select(f => ids[f.N]).Order());
            Ids(AssessmentList.Excluded).ShouldBe(mine.Where(f => f.Summary).Select(f => ids[f.N]).Order());
            foreach (var list in Enum.GetValues<AssessmentList>()) engine.Assessor.Count(scope, list).ShouldBe(Ids(list).Count());

            IEnumerable<long> Ids(AssessmentList list) => engine.Assessor.List(scope, list, 0, 10_000).Select(r => r.RecordId);
        }
    }

    private static DateOnly Deadline(WorkdayCalendar calendar, DateOnly decided)
    {
        var day = decided;
        for (var left = 7; left > 0;)
        {
            day = day.AddDays(1);
            if (calendar.IsWorkday(day)) left--;
        }

        return day;
    }

    private static string Item(int n) => "SX" + (n % 7);

    private static AdministrativePenalty Record(Fact fact) => new()
    {
        Counterpart = new Counterpart { Name = $"云州第{fact.N}食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Code },
        DocumentNumber = $"云市监罚〔2025〕{fact.N}号",
        DecisionDate = fact.Decided,
        DecidingAuthority = new Authority("云州市市场监督管理局", Code),
        DataSource = new Authority("云州市市场监督管理局", Code),
        ItemCode = Item(fact.N),
        ViolationType = "销售超过保质期的食品",
        ViolationFacts = "经营场所内摆放待售的食品超过保质期。",
        LegalBasis = "《中华人民共和国食品安全法》第一百二十四条",
        PenaltyCategories = ["罚款"],
        PenaltyContent = "罚款20000元",
        FineAmount = 20_000m,
        Severity = Severity.General,
        Procedure = fact.Summary ? PenaltyProcedure.Summary : PenaltyProcedure.Ordinary,
    };

    private sealed record Fact(int N, DateOnly Decided, DateOnly Received, bool Summary, bool Released, bool Accepted);
}
