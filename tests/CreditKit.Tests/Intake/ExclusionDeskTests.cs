using System.Text;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tests.Cases;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Intake;

public sealed class ExclusionDeskTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new(CaseFixture.At(2026, 11, 23));
    private readonly CreditKitEngine _engine;
    private readonly string _id;

    public ExclusionDeskTests()
    {
        var options = new CreditKitOptions { DataDirectory = _folder.Path };
        options.Agency.Name = "云州市市场监督管理局";
        options.Channels["province"] = new ChannelOptions { BaseAddress = new("http://127.0.0.1:9"), Token = "a-token-of-a-test-0123456789" };
        _engine = CreditKitEngine.Open(options, _clock);
        _engine.Projector.CatchUp();
        _id = _engine.Intake.SubmitAsync(Penalty(), new SourceReference("测试", null, "tester")).Result.Id!;
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Requirement", "000-24")]
    [Trait("Requirement", "000-25")]
    public void Exclusion_HidesWithItsReason_AndLiftingShowsTheSamePublicationAgain()
    {
        var before = Record();
        Shown().ShouldBeTrue();
        _engine.Exclusions.Exclude(_id, new RecordedExclusion("trade-secret", "审查意见〔2026〕8号"), "reviewer").ShouldBeTrue();
        Shown().ShouldBeFalse();
        _engine.Explain(Record()).Law.Reasons.ShouldContain(r => r.Code == "trade-secret" && r.Text.Contains("审查意见〔2026〕8号"));
        _engine.ConcealmentRisks().ShouldBeEmpty("a recorded ground is a reason");
        _engine.Exclusions.Exclude(_id, new RecordedExclusion("trade-secret", "审查意见〔2026〕8号"), "reviewer").ShouldBeFalse("twice is once");

        _engine.Exclusions.Lift(_id, "trade-secret", "reviewer", "权利人书面同意公开").ShouldBeTrue();
        Shown().ShouldBeTrue();
        var after = Record();
        (after.Standing.PublishedAt, after.Corrected).ShouldBe((before.Standing.PublishedAt, false), "the content never changed");
    }

    [Fact]
    [Trait("Requirement", "000-14")]
    public void Exclusion_TakesTheRecordBackFromChannelsThatHaveIt_AndMarksWhatIsOnlyCollected()
    {
        _engine.Explain(Record()).Reportable.ShouldBeTrue(string.Join('\n', _engine.Validator.Validate(Penalty()).Issues.Select(i => $"{i.Rule} {i.Destination} {i.Severity} {i.Message}")));
        Accepted();
        _engine.Exclusions.Exclude(_id, new RecordedExclusion("no-social-impact", "处罚信息公开审查表 2026-11-20"), "reviewer");
        Queued().ShouldBe((OutboxOperation.Upsert, 2), "reported again, marked 不公示");
        _engine.Router.Route(Record().Record.Value, Record().Standing).Single().Decision.MarkedNotPublic.ShouldBeTrue();

        Accepted();
        _engine.Exclusions.Exclude(_id, new RecordedExclusion("state-secret", "定密审查〔2026〕1号"), "reviewer");
        Queued().ShouldBe((OutboxOperation.Withdraw, 3));
    }

    [Fact]
    [Trait("Requirement", "000-28")]
    public void ListEntry_GovernsEndAndRepair_UntilItIsRemoved()
    {
        var byLaw = _engine.Explain(Record()).Law.LastDay;
        var entry = new ListEntry("严重违法失信名单", new DateOnly(2031, 11, 2), new DateOnly(2027, 11, 2), "市场监督管理严重违法失信名单管理办法第二条、第十六条");
        _engine.Exclusions.Govern(_id, entry, "reviewer", "列入决定〔2026〕3号").ShouldBeTrue();
        var law = _engine.Explain(Record()).Law;
        (law.LastDay, law.RepairableFrom, law.Source).ShouldBe((entry.LastDay, entry.RepairableFrom, entry.LegalBasis));
        _engine.Query.Find(_id).Record!.Until.ShouldBe(entry.LastDay!.Value.AddDays(1));

        _engine.Exclusions.Govern(_id, null, "reviewer", "移出决定〔2026〕9号").ShouldBeTrue();
        _engine.Explain(Record()).Law.LastDay.ShouldBe(byLaw);
        Should.Throw<CreditKitException>(() => _engine.Exclusions.Govern(_id, entry with { LegalBasis = " " }, "reviewer", "x")).Code.ShouldBe("CK1722");
    }

    [Fact]
    [Trait("Requirement", "000-24")]
    public async Task Exclusion_OutlivesCorrectionAndRebuild_AndLiesEncrypted()
    {
        _engine.Exclusions.Exclude(_id, new RecordedExclusion("privacy", "独一无二的审查依据"), "reviewer");
        await _engine.Intake.CorrectAsync(_id, Penalty() with { FineAmount = 10_000m, PenaltyContent = "罚款人民币壹万元整" }, "金额有误", new SourceReference("测试", null, "tester"));
        Record().Standing.Exclusions.ShouldHaveSingleItem().Evidence.ShouldBe("独一无二的审查依据");
        _engine.Projector.Rebuild();
        Shown().ShouldBeFalse();
        _engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();

        _engine.Ledger.Database.Write((connection, transaction) => Sql.Run(connection, transaction, "SELECT 1"));
        foreach (var file in Directory.GetFiles(_folder.Path, "ledger.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("独一无二的审查依据")).ShouldBe(-1, file);
        }
    }

    [Theory]
    [InlineData("no-such-ground", "依据", "CK1720")]
    [InlineData("privacy", " ", "CK1721")]
    public void Exclusion_WithoutGroundOrEvidence_IsRefusedWithTheRemedy(string code, string evidence, string fault) =>
        Should.Throw<CreditKitException>(() => _engine.Exclusions.Exclude(_id, new RecordedExclusion(code, evidence), "reviewer")).Code.ShouldBe(fault);

    private static AdministrativePenalty Penalty()
    {
        var agency = new Authority("云州市市场监督管理局", Codes.CreditCode(11, "11"));
        var penalty = CaseFixture.Penalty();
        return penalty with
        {
            Counterpart = penalty.Counterpart with { UnifiedSocialCreditCode = Codes.CreditCode(5) },
            DecidingAuthority = agency,
            DataSource = agency,
            ViolationType = "销售超过保质期的食品",
            LegalBasis = "《中华人民共和国食品安全法》第一百二十四条",
            PenaltyContent = "罚款人民币贰万元整",
            Reviewer = "审查员",
            ReviewedOn = new DateOnly(2026, 11, 3),
            PenaltyValidUntil = new DateOnly(2027, 11, 2),
        };
    }

    private LedgerRecord Record() => _engine.Ledger.FindByPublicId(_id)!;

    private bool Shown() => _engine.Query.Find(_id).Record is not null;

    private void Accepted() => _engine.Ledger.Database.Write((connection, transaction) => Sql.Run(connection, transaction, "UPDATE outbox SET state = 3, attempts = 1"));

    private (OutboxOperation Operation, int Revision) Queued() =>
        new SqliteOutbox(_engine.Ledger.Database).Timeline(Record().Id).Select(t => t.Entry).OrderBy(e => e.Id).Select(e => (e.Operation, e.Revision)).Last();
}
