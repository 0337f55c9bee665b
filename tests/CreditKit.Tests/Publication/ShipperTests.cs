using CreditKit.Ledger.Custody;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Publication;

[Trait("Requirement", "000-39")]
public sealed class ShipperTests : IDisposable
{
    private readonly Road _road = new();

    public void Dispose() => _road.Dispose();

    [Fact]
    public async Task Snapshots_LeaveByTheInterval_WhenSomethingChanged_AndOnceADayInAnyCase()
    {
        _road.Engine.Projector.CatchUp();
        var source = new SourceReference("测试", null, "tester");
        var id = (await _road.Engine.Intake.SubmitAsync(SampleRecords.Penalty(), source)).Id!;
        var target = Path.Combine(_road.Folder, "outside", "public.db");
        _road.Engine.Options.Shipping.File = target;
        var shipper = _road.Engine.Shipper;
        shipper.Due().ShouldBeTrue();
        shipper.Due().ShouldBeFalse("not yet");
        _road.Clock.Advance(TimeSpan.FromMinutes(5));
        shipper.Due().ShouldBeFalse("nothing changed");

        await _road.Engine.Intake.WithdrawAsync(id, WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");
        _road.Clock.Advance(TimeSpan.FromMinutes(5));
        shipper.Due().ShouldBeTrue();
        using (var outside = new SqlitePublicQuery(target, _road.Clock, snapshot: true)) outside.Find(id).Notice.ShouldNotBeNull();
        _road.Clock.Advance(TimeSpan.FromDays(1));
        shipper.Due().ShouldBeTrue("a sign of life");
        _road.Engine.LastAct("ship").ShouldNotBeNull().At.ShouldBe(_road.Clock.GetUtcNow());
    }

    [Fact]
    public void Fault_IsToldAndTriedAgain()
    {
        _road.Engine.Projector.CatchUp();
        var wall = Path.Combine(_road.Folder, "wall");
        File.WriteAllText(wall, "a file where a folder should be");
        _road.Engine.Options.Shipping.File = Path.Combine(wall, "public.db");
        Should.Throw<CreditKitException>(() => _road.Engine.Shipper.Due()).Code.ShouldBe("CK1217");
        _road.Engine.Shipper.Last.ShouldNotBeNull().Fault.ShouldBe("CK1217");
        File.Delete(wall);
        _road.Clock.Advance(TimeSpan.FromMinutes(5));
        _road.Engine.Shipper.Due().ShouldBeTrue();
        _road.Engine.Shipper.Last.ShouldNotBeNull().Fault.ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public void Keeping_FallsShortOfTheLaw_AndIsTold()
    {
        var now = _road.Clock.GetUtcNow();
        KeepingCheck.Faults(new RetentionOptions(), null, now).ShouldBeEmpty();
        KeepingCheck.Faults(new RetentionOptions { LogMonths = 5, AccessMonths = 35 }, null, now).Count().ShouldBe(2);

        var logs = Directory.CreateDirectory(Path.Combine(_road.Folder, "logs")).FullName;
        var kept = new RetentionOptions { LogDirectory = logs };
        KeepingCheck.Faults(kept, null, now).ShouldHaveSingleItem().ShouldContain("没有日志");
        Log("new.log", now.AddDays(-1));
        KeepingCheck.Faults(kept, null, now).ShouldHaveSingleItem().ShouldContain("不足 6 个月");
        KeepingCheck.Faults(kept, now.AddDays(-20), now).ShouldBeEmpty("the ledger is younger than that");
        Log("old.log", now.AddMonths(-6));
        KeepingCheck.Faults(kept, null, now).ShouldBeEmpty();
        KeepingCheck.Faults(kept, null, now.AddDays(10)).ShouldHaveSingleItem().ShouldContain("没有写入");

        void Log(string name, DateTimeOffset at)
        {
            File.WriteAllText(Path.Combine(logs, name), "x");
            File.SetLastWriteTimeUtc(Path.Combine(logs, name), at.UtcDateTime);
        }
    }
}
