using CreditKit.Ledger.Access;
using CreditKit.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace CreditKit.Tests.Ledger;

[Trait("Requirement", "000-38")]
[Trait("Requirement", "001-21")]
public sealed class AccessRegisterTests : IDisposable
{
    private readonly LedgerFixture _fixture = new();

    private AccessRegister Register => new(_fixture.Ledger);

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Open_EntersBeforeItHandsOut()
    {
        var id = _fixture.Submit(LedgerFixture.Penalty()).PublicId;
        var opened = Register.Open(id, new AccessRequest("科员甲", "核对公告", Approver: "科长乙"))!;
        opened.Record.ViolationFacts().ShouldContain("张晓明");
        opened.ToString().ShouldNotContain("张晓明");
        var entry = Register.Entries(new AccessFilter { Subject = id }).ShouldHaveSingleItem();
        entry.ShouldSatisfyAllConditions(e => e.Actor.ShouldBe("科员甲"), e => e.Approver.ShouldBe("科长乙"), e => e.Purpose.ShouldBe("核对公告"), e => e.At.ShouldBe(_fixture.Clock.GetUtcNow()));
        _fixture.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    public void Open_WithoutPersonOrPurpose_HandsOutNothing()
    {
        var id = _fixture.Submit(LedgerFixture.Penalty()).PublicId;
        foreach (var request in new[] { new AccessRequest("", "核对"), new AccessRequest("科员甲", "  ") })
            Should.Throw<CreditKitException>(() => Register.Open(id, request)).Code.ShouldBe("CK1231");
        Register.Entries(new AccessFilter()).ShouldBeEmpty();
    }

    [Fact]
    public void Open_WhenTheRegisterCannotBeWritten_HandsOutNothing()
    {
        var id = _fixture.Submit(LedgerFixture.Penalty()).PublicId;
        _fixture.Ledger.Database.Write((c, t) => Sql.Run(c, t, "CREATE TRIGGER no_access BEFORE INSERT ON access BEGIN SELECT RAISE(ABORT, 'disk'); END"));
        Should.Throw<SqliteException>(() => Register.Open(id, new AccessRequest("科员甲", "核对")));
    }

    [Fact]
    public void Export_EntersEveryRecord()
    {
        string[] ids = [_fixture.Submit(LedgerFixture.Penalty()).PublicId, _fixture.Submit(LedgerFixture.Penalty("云市监罚〔2026〕2号")).PublicId];
        Register.Export([.. ids, "no-such-record-at-all"], new AccessRequest("科员甲", "报省厅核查")).Count.ShouldBe(2);
        Register.Entries(new AccessFilter()).Select(e => (e.Subject, e.Kind)).ShouldBe(ids.Select(i => (i, AccessKind.Export)));
    }

    [Fact]
    public void Review_IsNeverOfOnesOwnEntries()
    {
        var mine = Register.Enter("YY-1", new AccessRequest("科员甲", "办理异议", AccessKind.CaseFile));
        var theirs = Register.Enter("YY-2", new AccessRequest("科员乙", "办理异议", AccessKind.CaseFile));
        Register.Review([mine, theirs], "科员甲", "抽查无异常").ShouldBe(1);
        Register.Entries(new AccessFilter { Unreviewed = true }).ShouldHaveSingleItem().Id.ShouldBe(mine);
        Register.Entries(new AccessFilter { Actor = "科员乙" }).ShouldHaveSingleItem().ReviewNote.ShouldBe("抽查无异常");
    }
}

file static class Content
{
    public static string ViolationFacts(this CreditKit.Records.CreditRecord record) => ((CreditKit.Records.AdministrativePenalty)record).ViolationFacts!;
}
