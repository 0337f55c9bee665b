using System.Text;
using CreditKit.Intake;
using CreditKit.Intake.Readers;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Intake;

public sealed class FileIntakeTests : IDisposable
{
    private readonly Road _road = new();

    private static string Sample(string name) => Path.Combine(Repository.Root, "samples", "SampleData", name);

    [Fact]
    public void Import_ChangesNothing_WhenTheSameFileComesAgain()
    {
        var first = _road.Import(Sample("licences.csv"));
        first.ShouldBe(new ImportSummary(first.Rows, first.Rows, 0, 0, 0));
        var sequence = _road.Engine.Ledger.LastSequence;
        _road.Import(Sample("licences.csv")).ShouldBe(new ImportSummary(first.Rows, 0, first.Rows, 0, 0));
        _road.Engine.Ledger.LastSequence.ShouldBe(sequence);
    }

    [Fact]
    [Trait("Requirement", "002-5")]
    public void ChangedRow_BecomesARevision_AndTheColumnFollows()
    {
        _road.Import(Sample("penalties.xlsx"));
        _road.Import(Sample("corrections.csv")).Corrected.ShouldBe(2);
        var corrected = _road.Engine.Ledger.All().First(r => r.Corrected);
        corrected.Revision.ShouldBe(2);
        _road.Engine.Query.Find(corrected.PublicId).Record!.Revision.ShouldBe(2);
    }

    [Fact]
    [Trait("Requirement", "002-5")]
    public void OlderFile_DoesNotTakeACorrectionBack_UnlessAsked()
    {
        _road.Import(Sample("penalties.xlsx"));
        _road.Import(Sample("corrections.csv"));
        var corrected = _road.Engine.Ledger.All().First(r => r.Corrected);

        var observer = new Remarks();
        var again = _road.Engine.Files.Import(Sample("penalties.xlsx"), null, "tester", observer, null, CancellationToken.None);
        again.Corrected.ShouldBe(0);
        again.Unchanged.ShouldBe(again.Rows - again.Rejected);
        observer.Found.Count(i => i.Rule == "older-than-ledger").ShouldBe(2);
        _road.Engine.Ledger.Find(corrected.Id)!.Revision.ShouldBe(2);

        _road.Engine.Files.Import(Sample("penalties.xlsx"), null, "tester", null, null, CancellationToken.None, allowOlder: true).Corrected.ShouldBe(2);
        _road.Engine.Ledger.Find(corrected.Id)!.Revision.ShouldBe(3);
    }

    [Fact]
    [Trait("Requirement", "002-5")]
    public void RowWithAnEarlierTimeStamp_IsOlder_WhateverItsContent()
    {
        const string Head = "行政处罚决定书文号,行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,SJC\n";
        string Row(string facts, string time) => $"某市监罚〔2026〕7号,某市晨光食品有限公司,法人及非法人组织,{Codes.CreditCode(1)},甲某,销售过期食品,{facts},《食品安全法》第一百二十四条,警告,警告,2026/05/06,2027/05/06,某市市场监督管理局,{SampleRecords.Agency.CreditCode},某市市场监督管理局,{SampleRecords.Agency.CreditCode},{time}\n";
        _road.Import(_road.Write("a.csv", Head + Row("甲事实", "2026-05-08 10:00:00"))).Accepted.ShouldBe(1);
        _road.Import(_road.Write("b.csv", Head + Row("乙事实", "2026-05-08 09:59:59"))).Unchanged.ShouldBe(1);
        _road.Import(_road.Write("c.csv", Head + Row("丙事实", "2026-05-08 10:00:01"))).Corrected.ShouldBe(1);
        var record = _road.Engine.Ledger.All().ShouldHaveSingleItem();
        ((AdministrativePenalty)record.Record.Value).ViolationFacts.ShouldBe("丙事实");
        record.Source.ShouldBe(new SourceReference("c.csv", 2, "tester") { AsOf = new DateTimeOffset(2026, 5, 8, 2, 0, 1, TimeSpan.Zero) });
    }

    [Fact]
    [Trait("Requirement", "002-21")]
    public async Task BackLoad_IsShown_AndNeitherLateNorReported_UnlessAChannelAsksForIt()
    {
        var options = new CreditKitOptions { DataDirectory = Path.Combine(_road.Folder, "historic") };
        foreach (var name in (string[])["province", "archive"])
            options.Channels[name] = new() { Type = "portal-api", BaseAddress = new("https://portal.invalid/"), Token = "t", Historic = name == "archive" };
        using var engine = CreditKitEngine.Open(options, _road.Clock);
        engine.Projector.CatchUp();
        var old = SampleRecords.License() with { Historic = true };
        var taken = await engine.Intake.SubmitAsync(old, new SourceReference("存量", 2, "tester"));
        engine.Query.Find(taken.Id!).Record.ShouldNotBeNull();
        var record = engine.Ledger.FindByPublicId(taken.Id!)!;
        var explained = engine.Explain(record);
        explained.Channels.Single(c => c.Channel == "province").HeldBack.ShouldContain(r => r.Code == "historic-not-reported");
        explained.Channels.Single(c => c.Channel == "archive").Reportable.ShouldBeTrue();
        engine.Policy.Decide(old, record.Standing, CreditKit.Policy.Destination.OwnSite).PublishBy.ShouldBeNull("a back-load is never late");
        (await engine.Intake.SubmitAsync(SampleRecords.License(2), new SourceReference("当日", 3, "tester"))).Outcome.ShouldBe(IntakeOutcome.Accepted);
        engine.Policy.Decide(SampleRecords.License(2), record.Standing, CreditKit.Policy.Destination.OwnSite).PublishBy.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Requirement", "002-12")]
    public async Task EveryRevision_KnowsItsSource()
    {
        _road.Import(Sample("penalties.xlsx"));
        var first = _road.Engine.Ledger.All().First();
        first.Source.ShouldBe(new SourceReference("penalties.xlsx", first.Source.Row, "tester"));
        first.Source.Row.ShouldNotBeNull().ShouldBeGreaterThan(1);
        var penalty = (AdministrativePenalty)first.Record.Value;
        await _road.Engine.Intake.CorrectAsync(first.PublicId, penalty with { Remarks = "更正" }, "笔误", new SourceReference("案件系统", null, "王某"));
        var corrected = _road.Engine.Ledger.Find(first.Id)!;
        (corrected.Revision, corrected.Source).ShouldBe((2, new SourceReference("案件系统", null, "王某")));
    }

    [Fact]
    [Trait("Requirement", "000-15")]
    public void SameDecisionTwiceInAFile_IsTold_WithTheOtherRow()
    {
        const string Head = "行政处罚决定书文号,行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码\n";
        string Row(string number) => $"{number},某市晨光食品有限公司,法人及非法人组织,{Codes.CreditCode(1)},甲某,销售过期食品,销售超过保质期的食品若干批次并且没有进货记录可查,《食品安全法》第一百二十四条,警告,警告,2026/05/06,2027/05/06,某市市场监督管理局,{SampleRecords.Agency.CreditCode}\n";
        var path = _road.Write("double.csv", Head + Row("某市监罚〔2026〕7号") + Row("某市监罚〔2026〕8号") + Row("某市监罚[2026]7号"));
        using var file = FileImport.Open(path, null, _road.Engine.Options.ToReading(_road.Clock));
        var issues = file.SelectMany(r => r.Report.Issues).ToList();
        issues.Where(i => i.Rule == "duplicate-in-file").Select(i => (i.Row, i.Message)).ShouldHaveSingleItem().ShouldBe((4, "与第 2 行是同一决定（机关、文书号、相对人相同）"));
        issues.Where(i => i.Rule == "same-content-other-number").Select(i => (i.Row, i.Message)).ShouldHaveSingleItem().Item2.ShouldContain("第 2 行");
    }

    [Fact]
    [Trait("Requirement", "000-15")]
    public void GoodRows_AreKept_WhenOthersAreRejected()
    {
        var summary = _road.Import(Sample("dirty.csv"));
        summary.Rejected.ShouldBe(15);
        summary.Accepted.ShouldBe(summary.Rows - 15);
        _road.Engine.Ledger.All().Count().ShouldBe((int)summary.Accepted);
    }

    [Fact]
    [Trait("Requirement", "002-4")]
    public void Row_Waits_WithoutItsReview()
    {
        _road.Import(Sample("licences.csv"));
        var waiting = _road.Engine.Ledger.All().Where(r => r.Record.Value.Reviewer is null).ToList();
        waiting.ShouldNotBeEmpty();
        waiting.ShouldAllBe(r => !r.Standing.Released && _road.Engine.Query.Find(r.PublicId).Record == null);
        _road.Engine.Explain(waiting[0]).Law.Text.ShouldContain("审查");
    }

    [Fact]
    public void RowsBeforeTheFault_AreKept_WhenTheFileBreaksOff()
    {
        var whole = File.ReadAllBytes(Sample("licences.csv"));
        var broken = Path.Combine(_road.Folder, "broken.csv");
        File.WriteAllBytes(broken, [.. whole, .. "云州市"u8, 0, 0, 0, .. Encoding.UTF8.GetBytes("\r\n")]);
        Should.Throw<RecordFileException>(() => _road.Import(broken));
        var kept = _road.Engine.Ledger.All().Count();
        kept.ShouldBeGreaterThan(100);
        _road.Import(Sample("licences.csv")).ShouldBe(new ImportSummary(216, 216 - kept, kept, 0, 0), "running it again completes it, without a double");
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task Withdrawal_IsGoneFromTheColumn_WhenTheCallReturns()
    {
        _road.Import(Sample("licences.csv"));
        var row = _road.Engine.Query.List(new PublicFilter(), null, 1).Rows[0];
        (await _road.Engine.Intake.WithdrawAsync(row.Id, WithdrawalGround.Revoked, "依法撤销", "tester")).ShouldBe(WithdrawalOutcome.Withdrawn);
        _road.Engine.Query.Find(row.Id).Record.ShouldBeNull();
        _road.Engine.Query.Find(row.Id).Notice.ShouldNotBeNull();
        (await _road.Engine.Intake.WithdrawAsync(row.Id, WithdrawalGround.Revoked, "依法撤销", "tester")).ShouldBe(WithdrawalOutcome.AlreadyWithdrawn);
        (await _road.Engine.Intake.WithdrawAsync("nobody", WithdrawalGround.Revoked, "依法撤销", "tester")).ShouldBe(WithdrawalOutcome.NotFound);
    }

    [Fact]
    public async Task Record_TakesTheSameRoad_AsAFile()
    {
        _road.Import(Sample("licences.csv"));
        var license = (AdministrativeLicense)_road.Engine.Ledger.All().First(r => r.Standing.Released).Record.Value;
        var source = new SourceReference("审批系统", null, "tester");

        (await _road.Engine.Intake.SubmitAsync(license, source)).Outcome.ShouldBe(IntakeOutcome.Unchanged);
        var corrected = await _road.Engine.Intake.SubmitAsync(license with { Content = "变更后的许可内容" }, source);
        corrected.Outcome.ShouldBe(IntakeOutcome.Corrected);
        _road.Engine.Query.Find(corrected.Id!).Record!.Summary.ShouldBe("变更后的许可内容");
        var rejected = await _road.Engine.Intake.SubmitAsync(license with { DecisionDate = new DateOnly(2030, 1, 1) }, source);
        rejected.Outcome.ShouldBe(IntakeOutcome.Rejected);
        rejected.Issues.ShouldContain(i => i.Message.Contains("晚于今天", StringComparison.Ordinal));
    }

    public void Dispose() => _road.Dispose();

    private sealed class Remarks : IImportObserver
    {
        public List<ValidationIssue> Found { get; } = [];

        public void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues) => Found.AddRange(issues);

        public void Rejected(ImportedRow row)
        {
        }

        public void File(ValidationIssue issue)
        {
        }
    }
}
