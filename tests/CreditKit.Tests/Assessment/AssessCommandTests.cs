using System.Text.Json;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Tool;
using CreditKit.Validation;

namespace CreditKit.Tests.Assessment;

/// <summary><c>creditkit assess</c>: the same figures as the engine's, and words for what cannot be answered.</summary>
public sealed class AssessCommandTests : IDisposable
{
    private const string Code = "11339700MB2401975W";
    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero));

    public AssessCommandTests()
    {
        using var engine = CreditKitEngine.Open(new CreditKitOptions { DataDirectory = _folder.Path, Agency = { Name = "云州市市场监督管理局", CreditCode = Code } }, _clock);
        engine.Ledger.Submit([.. Enumerable.Range(1, 5).Select(n => new Submission { Record = new Validated<CreditRecord>(Penalty(n)), Source = new SourceReference("test", null, "t"), Released = n < 5, ReleasedForSharing = n < 5 })]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Requirement", "000-21")]
    public async Task Assess_PrintsTheFiguresOfTheMonth_AndTheRecordsOfAList()
    {
        using var answer = JsonDocument.Parse((await RunAsync(0, "assess", "--month", "2026-07", "--list", "Unpublished", "--json")).Output);
        answer.RootElement.GetProperty("decided").GetInt64().ShouldBe(5);
        answer.RootElement.GetProperty("publicationRate").GetDouble().ShouldBe(0.8);
        answer.RootElement.GetProperty("records").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    [InlineData("2026-13")]
    [InlineData("七月")]
    [Trait("Requirement", "000-21")]
    public async Task Assess_OfAMonthThatIsNone_SaysSo(string month) => (await RunAsync(2, "assess", "--month", month)).Error.ShouldContain($"--month 的值“{month}”");

    [Fact]
    [Trait("Requirement", "000-21")]
    public async Task Assess_OfAUnit_TakesItsNameOrCode_AndSaysWhenThereIsNone()
    {
        foreach (var unit in new[] { Code, "云州市市场监督管理局" })
            (await RunAsync(0, "assess", "--month", "2026-07", "--unit", unit)).Output.ShouldContain("作出的决定 5 条");
        var (_, error) = await RunAsync(2, "assess", "--month", "2026-07", "--unit", "不存在");
        error.ShouldContain("“不存在”不是本台账的单位");
        error.ShouldContain("云州市市场监督管理局");
    }

    [Theory]
    [InlineData(28, 1, "（已逾期）")]
    [InlineData(30, 0, "（建栏前的存量，不计时限）")]
    [Trait("Requirement", "000-23")]
    public async Task Assess_Risks_AndExplain_AgreeOnWhatIsOverdue(int firstDay, int concealed, string said)
    {
        // Decided on 2026-07-20: due by 2026-07-29. The ledger began before or after that day.
        using var folder = new TempFolder();
        var clock = new TestClock(new DateTimeOffset(2026, 7, firstDay, 2, 0, 0, TimeSpan.Zero));
        using (var engine = CreditKitEngine.Open(new CreditKitOptions { DataDirectory = folder.Path }, clock))
            engine.Ledger.Submit([new Submission { Record = new Validated<CreditRecord>(Penalty(1)), Source = new SourceReference("test", null, "t") }]);
        clock.Set(new DateTimeOffset(2026, 8, 3, 2, 0, 0, TimeSpan.Zero));

        (await Run(0, "assess", "--month", "2026-07")).ShouldContain($"瞒报 {concealed}，迟报 {concealed}，");
        (await Run(1, "risks")).ShouldContain($"应于 2026-07-29 前公示{said}");
        var explained = await Run(0, "explain", "云市监罚〔2026〕1号");
        explained.Contains("建栏前的存量", StringComparison.Ordinal).ShouldBe(concealed == 0);
        explained.ShouldContain("应在 2026-07-29 前");

        async Task<string> Run(int code, params string[] args)
        {
            using var output = new StringWriter();
            (await CommandLine.RunAsync([.. args, "--data", folder.Path], output, TextWriter.Null, clock)).ShouldBe(code);
            return output.ToString();
        }
    }

    private async Task<(string Output, string Error)> RunAsync(int code, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await CommandLine.RunAsync([.. args, "--data", _folder.Path], output, error, _clock)).ShouldBe(code, error.ToString());
        return (output.ToString(), error.ToString());
    }

    private static AdministrativePenalty Penalty(int n) => new()
    {
        Counterpart = new Counterpart { Name = $"云州第{n}食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Code },
        DocumentNumber = $"云市监罚〔2026〕{n}号",
        DecisionDate = new DateOnly(2026, 7, 20),
        DecidingAuthority = new Authority("云州市市场监督管理局", Code),
        DataSource = new Authority("云州市市场监督管理局", Code),
        ViolationType = "销售超过保质期的食品",
        ViolationFacts = "经营场所内摆放待售的食品超过保质期。",
        LegalBasis = "《中华人民共和国食品安全法》第一百二十四条",
        PenaltyCategories = ["罚款"],
        PenaltyContent = "罚款20000元",
        FineAmount = 20_000m,
        Severity = Severity.General,
        Procedure = PenaltyProcedure.Ordinary,
    };
}
