using CreditKit.Ledger.Access;
using CreditKit.Ledger.Custody;
using CreditKit.Ledger.Sqlite;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Ledger;

[Trait("Requirement", "002-22")]
[Trait("Requirement", "001-21")]
public sealed class CustodyTests : IDisposable
{
    private readonly LedgerFixture _fixture = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Backup_WhileWriting_IsOneConsistentMoment_AndRestores()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var n = 1; !stop.IsCancellationRequested; n++) _fixture.Submit(LedgerFixture.Penalty($"云市监罚〔2026〕{n}号"));
        });
        while (_fixture.Ledger.LastSequence < 20) await Task.Yield();

        var manifest = LedgerBackup.Make(_fixture.Ledger, _folder.File("backup"));
        var since = _fixture.Ledger.LastSequence;
        while (_fixture.Ledger.LastSequence < since + 10) await Task.Yield();
        await stop.CancelAsync();
        await writer;

        var path = _folder.File(Path.Combine("restored", "ledger.db"));
        LedgerBackup.Restore(_folder.File("backup"), path).ShouldBe(manifest);
        using var restored = new SqliteLedger(new LedgerDatabase(path, _fixture.KeyPath, _fixture.Clock));
        restored.VerifyAudit().Intact.ShouldBeTrue();
        restored.AuditHead().ShouldNotBeNull().ToString().ShouldBe(manifest.AuditHead);
        var records = restored.All().ToList();
        records.Count.ShouldBeGreaterThanOrEqualTo(20);
        records.Count.ShouldBe((int)restored.AuditHead()!.Number, "every record with its audit entry, or neither");
        records.Count.ShouldBeLessThan(_fixture.Ledger.All().Count());
        records.ShouldAllBe(r => _fixture.Ledger.FindByPublicId(r.PublicId)!.Record.Value == r.Record.Value);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Restore_RefusesADamagedBackup_AndNeverOverwritesALedger()
    {
        _fixture.Submit(LedgerFixture.Penalty());
        LedgerBackup.Make(_fixture.Ledger, _folder.File("backup"));
        Should.Throw<CreditKitException>(() => LedgerBackup.Make(_fixture.Ledger, _folder.File("backup"))).Code.ShouldBe("CK1241");
        Should.Throw<CreditKitException>(() => LedgerBackup.Restore(_folder.File("backup"), _fixture.LedgerPath)).Code.ShouldBe("CK1243");

        var copy = Path.Combine(_folder.File("backup"), "ledger.db");
        var bytes = File.ReadAllBytes(copy);
        bytes[^1] ^= 1;
        File.WriteAllBytes(copy, bytes);
        Should.Throw<CreditKitException>(() => LedgerBackup.Restore(_folder.File("backup"), _folder.File("new.db"))).Code.ShouldBe("CK1244");
        File.Exists(_folder.File("new.db")).ShouldBeFalse();
    }

    [Fact]
    public void AuditWatch_NoticesAChainCutOffAtItsEnd()
    {
        for (var n = 1; n <= 5; n++) _fixture.Submit(LedgerFixture.Penalty($"云市监罚〔2026〕{n}号"));
        var watch = new AuditWatch(_fixture.Ledger);
        watch.Check().Intact.ShouldBeTrue();
        _fixture.Submit(LedgerFixture.Penalty("云市监罚〔2026〕6号"));
        watch.Check().ShouldSatisfyAllConditions(r => r.Intact.ShouldBeTrue(), r => r.Head.Number.ShouldBe(6));

        // Whoever removes the last entries leaves a chain that is whole in itself: only the head kept elsewhere tells.
        _fixture.Ledger.Database.Write((c, t) => Sql.Run(c, t, "DROP TRIGGER audit_keeps_entries; DELETE FROM audit WHERE number > 4"));
        _fixture.Ledger.VerifyAudit().Intact.ShouldBeTrue();
        watch.Check().ShouldSatisfyAllConditions(r => r.Intact.ShouldBeFalse(), r => r.BrokenAt.ShouldBe(6), r => r.Head.Number.ShouldBe(6));
        watch.Check().Intact.ShouldBeFalse("it stays broken");
    }

    [Fact]
    public void Erasure_OfARecord_LeavesNothingToDecrypt_AndTheChainWhole()
    {
        var shown = _fixture.Submit(LedgerFixture.Penalty());
        var eraser = new Eraser(_fixture.Ledger.Database, new RetentionOptions());
        eraser.Record(shown.RecordId, "tester").ShouldBeFalse("it is on the column");

        _fixture.Ledger.Withdraw(new Withdrawal(shown.RecordId, WithdrawalGround.FoundVoid, "确认无效", "tester"));
        eraser.Record(shown.RecordId, "tester").ShouldBeTrue();
        _fixture.Ledger.FindByPublicId(shown.PublicId).ShouldBeNull();
        _fixture.Ledger.All().ShouldBeEmpty();
        _fixture.Ledger.VerifyAudit().Intact.ShouldBeTrue();
        _fixture.Ledger.Database.Read(c => Sql.Scalar(c, null, "SELECT COUNT(*) FROM revision WHERE length(payload) > 0 OR length(source) > 0")).ShouldBe(0L);
        _fixture.Submit(LedgerFixture.Penalty()).Outcome.ShouldBe(SubmissionOutcome.Accepted, "what was erased is not known again");
    }

    [Fact]
    public async Task Retention_ErasesWhatWasKeptLongEnough_AndNothingEarlier()
    {
        using var road = new Road(_fixture.Clock);
        road.Engine.Projector.CatchUp();
        road.Engine.Access.Enter("x", new AccessRequest("甲", "核对"));
        road.Import(road.Write("bad.csv", "行政相对人名称,行政处罚决定书文号\n甲公司,云1号\n")).Rejected.ShouldBe(1);
        road.Engine.Options.Cases.Enabled = true;
        var receipt = (await road.Engine.Cases.Inbox.FileAsync(new CreditKit.Cases.CaseFiling { Kind = CreditKit.Cases.CaseKind.Enquiry, Statement = "请问何时公示。", ApplicantName = "丙某某", Phone = "13900000000" })).Receipt.ShouldNotBeNull();
        road.Engine.Cases.Desk.Cancel(receipt.Number, new CreditKit.Cases.Ruling("tester", "本人撤回"));

        var eraser = new Eraser(road.Engine.Ledger.Database, road.Engine.Options.Retention);
        _fixture.Clock.Advance(TimeSpan.FromDays(360));
        eraser.Due("retention").ShouldBe(new ErasureResult(0, 0, 0));
        _fixture.Clock.Advance(TimeSpan.FromDays(30));
        eraser.Due("retention").ShouldBe(new ErasureResult(0, 1, 0));
        _fixture.Clock.Advance(TimeSpan.FromDays(365 * 2));
        eraser.Due("retention").ShouldBe(new ErasureResult(1, 0, 0));
        _fixture.Clock.Advance(TimeSpan.FromDays(365 * 2));
        eraser.Due("retention").ShouldBe(new ErasureResult(0, 0, 1));
        road.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }
}
