using System.Text;
using CreditKit.Intake;
using CreditKit.Intake.Readers;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Tests.Support;

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
}
