using CreditKit.Cases;
using CreditKit.Records;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class PlatformDeskTests
{
    private const string Channel = "province";

    private static ExternalCase Forwarded => new(Channel, "P-2026-7", CaseKind.Objection, "云市监罚〔2026〕1号", "91330000755918469E", "公示内容与决定书不一致", Day(2026, 11, 23)) { Grounds = [ObjectionGround.DiffersFromDecision] };

    private static ExternalResult Repaired(string number = "XF-88", bool granted = true) =>
        new(Channel, number, "云市监罚 ( 2026 ) 1号", "91330000755918469e", granted, WithdrawalGround.Repaired, "信用中国准予信用修复", Day(2026, 11, 23));

    [Fact]
    [Trait("Requirement", "002-25")]
    public void ForwardedObjection_GetsAClock_AndItsAnswerIsQueuedWhenItCloses()
    {
        using var f = new CaseFixture("zhejiang");
        var record = f.Submit(Penalty());
        var file = f.Office.Platform.Receive(Forwarded, "system");
        (file.Row.DueOn, file.Row.RecordId).ShouldBe((Day(2026, 11, 30), record.RecordId));
        f.Office.Platform.Receive(Forwarded, "system").Number.ShouldBe(file.Number);
        f.Office.Platform.Answers(Channel, 10).ShouldBeEmpty();

        f.Office.Desk.Admit(file.Number, Says());
        f.Office.Desk.Verify(file.Number, Says());
        f.Office.Desk.Maintain(file.Number, Says() with { Reply = "与决定书一致，维持。" });

        var answer = f.Office.Platform.Answers(Channel, 10).ShouldHaveSingleItem();
        (answer.ChannelNumber, answer.Outcome, answer.Text).ShouldBe(("P-2026-7", "Maintained", "与决定书一致，维持。"));
        f.Office.Platform.Answers("city", 10).ShouldBeEmpty();
        f.Restart();
        f.Office.Platform.Answers(Channel, 10).ShouldHaveSingleItem();
        f.Office.Platform.Answered(answer.Id, "R1", "system").ShouldBeTrue();
        f.Office.Platform.Answered(answer.Id, "R1", "system").ShouldBeFalse();
        f.Office.Platform.Answers(Channel, 10).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "001-27")]
    [Trait("Requirement", "003-14")]
    public async Task ResultDecidedElsewhere_TakesEffectHereTheSameDay_Once()
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        var file = await f.Office.Platform.ApplyAsync(Repaired(), "system");
        await f.Office.Platform.ApplyAsync(Repaired(), "system");

        (file.State, file.Closed).ShouldBe((CaseState.Repaired, true));
        f.Record(record).Standing.WithdrawalGround.ShouldBe(WithdrawalGround.Repaired);
        f.Intake.Calls.ShouldBe(1);
        var clock = f.Office.Withdrawals.ClocksOf(record.PublicId).ShouldHaveSingleItem();
        (clock.SameDay, clock.DoneAt).ShouldBe((Day(2026, 11, 23), At(2026, 11, 23)));
        f.Office.Platform.Answers(Channel, 10).ShouldHaveSingleItem().Outcome.ShouldBe("Repaired");
    }

    [Theory]
    [Trait("Requirement", "001-27")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CrashWhileAResultIsApplied_IsHealed(bool before)
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        (f.Intake.DiesBefore, f.Intake.DiesAfter) = (before, !before);
        await Should.ThrowAsync<IOException>(() => f.Office.Platform.ApplyAsync(Repaired(), "system"));
        f.Restart();
        (await f.Office.HealAsync()).ShouldBe(1);
        f.Record(record).Standing.WithdrawnAt.ShouldNotBeNull();
        f.Office.Withdrawals.ClocksOf(record.PublicId).ShouldHaveSingleItem().DoneAt.ShouldNotBeNull();
        f.Office.Platform.Answers(Channel, 10).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Requirement", "001-27")]
    public async Task ResultThatFitsNoRecord_StaysOpenForAPerson_DueTheSameDay()
    {
        using var f = new CaseFixture();
        var file = await f.Office.Platform.ApplyAsync(Repaired(), "system");
        (file.State, file.Closed, file.Row.DueOn).ShouldBe((CaseState.Received, false, Day(2026, 11, 23)));
        f.Office.Desk.Worklist().ShouldHaveSingleItem().Text.ShouldBe("今天到期");

        var record = f.Submit(Penalty());
        f.Office.Desk.Attach(file.Number, Says("按文书号核对"), record.PublicId).Row.RecordId.ShouldBe(record.RecordId);
    }

    [Fact]
    [Trait("Requirement", "002-25")]
    public async Task ResultThatRefuses_ChangesNothing()
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        (await f.Office.Platform.ApplyAsync(Repaired(granted: false), "system")).State.ShouldBe(CaseState.Declined);
        f.Record(record).Standing.WithdrawnAt.ShouldBeNull();
    }
}
