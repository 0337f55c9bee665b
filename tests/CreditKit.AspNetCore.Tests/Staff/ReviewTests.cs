using System.Net;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests.Staff;

public sealed class ReviewTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 28, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "002-4")]
    [Trait("Requirement", "000-41")]
    public async Task Record_PassesEachApprovalByItsRole_AndIsPublicWithTheLast()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var id = Enter(host, "entry1");
        using var reviewer = host.As("rev1", "reviewer");
        using var keeper = host.As("conf1", "confidentiality");
        using var publisher = host.As("pub1", "publisher");

        (await ApproveAsync(publisher, id, "Publication")).Status.ShouldBe(HttpStatusCode.Conflict, "the steps have an order");
        (await ApproveAsync(reviewer, id, "Content")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ApproveAsync(keeper, id, "Confidentiality")).Status.ShouldBe(HttpStatusCode.SeeOther);
        host.Engine.Query.Find(id).Record.ShouldBeNull();
        (await ApproveAsync(publisher, id, "Publication")).Location.ShouldContain("done=published");
        host.Engine.Query.Find(id).Record.ShouldNotBeNull();
        (await publisher.PageAsync($"/records/{id}")).ShouldContain("正在公示");
    }

    [Fact]
    [Trait("Requirement", "002-4")]
    public async Task WhoEntered_CannotReview_HoweverTheRequestIsMade()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var id = Enter(host, "both");
        using var both = host.As("both", "entry,reviewer,confidentiality,publisher");
        (await both.PageAsync($"/review/{id}")).ShouldContain("您不能审核这条记录");
        foreach (var step in new[] { "Content", "Confidentiality", "Publication" })
            (await ApproveAsync(both, id, step)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var reviewer = host.As("rev1", "reviewer");
        (await ApproveAsync(reviewer, id, "Confidentiality")).Status.ShouldBe(HttpStatusCode.Forbidden, "the step asks for its own role");
        (await ApproveAsync(reviewer, id, "3")).Status.ShouldBe(HttpStatusCode.Forbidden);
        host.Engine.Ledger.FindByPublicId(id)!.Standing.Released.ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "000-5")]
    public async Task Return_NeedsAReason_AndWaitsForANewRevision()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var id = Enter(host, "entry1");
        using var reviewer = host.As("rev1", "reviewer");
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "approve"))).Status.ShouldBe(HttpStatusCode.Conflict, "nobody confirms masks unseen");
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "return"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "return"), ("reason", "罚款金额与决定书不一致"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var clerk = host.As("entry1", "entry");
        (await clerk.PageAsync("/records?list=returned")).ShouldContain(id);
        (await ApproveAsync(reviewer, id, "Content")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    [Trait("Requirement", "000-5")]
    public async Task Units_SeeTheirOwnRecordsOnly()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var id = Enter(host, "entry1");
        using var own = host.As("a", "reviewer", Road.AgencyCode);
        using var other = host.As("b", "reviewer", "11000000000000000X");
        using var all = host.As("c", "reviewer", "*");
        (await own.PageAsync("/records")).ShouldContain(id);
        (await all.PageAsync("/records")).ShouldContain(id);
        (await other.PageAsync("/records")).ShouldNotContain(id);
        (await other.GetAsync($"/records/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/review/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync($"/records/{id}/withdraw", ("ground", "Revoked"), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(HttpStatusCode Status, string Text, string Location)> ApproveAsync(StaffHost.Person person, string id, string step)
    {
        await person.PostAsync($"/review/{id}", ("step", step), ("do", "open"));
        return await person.PostAsync($"/review/{id}", ("step", step), ("revision", "1"), ("do", "approve"));
    }

    [Fact]
    [Trait("Requirement", "000-38")]
    public async Task Original_IsShownOnlyAfterItsEntryInTheRegister_AndLiftingNeedsAReason()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        const string written = "当事人的雇员王小二（身份证号11010519491231002X，电话13800001234）在场，王小二签字。";
        var id = Enter(host, "entry1", written);
        using var reviewer = host.As("rev1", "reviewer");
        (await reviewer.PageAsync($"/review/{id}")).ShouldNotContain("王小二");
        var opened = await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("do", "open"));
        opened.Text.ShouldContain("王小二");
        host.Engine.Access.Entries(new CreditKit.Ledger.Access.AccessFilter { Subject = id }).Single().Actor.ShouldBe("rev1");
        var lift = System.Text.RegularExpressions.Regex.Match(opened.Text, "name=\"m\\.(ViolationFacts\\.[0-9]+\\.3)\"").Groups[1].Value;
        lift.Length.ShouldBeGreaterThan(0);
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "approve"), ("m." + lift, "lift"))).Text.ShouldContain("没有写明理由");
        opened.Text.ShouldContain("自然人姓名“王小二”，违法事实，共 2 处", customMessage: "the same value is judged once");
        var certain = FormattableString.Invariant($"ViolationFacts.{written.IndexOf("1101", StringComparison.Ordinal)}.18");
        opened.Text.ShouldNotContain(certain, customMessage: "no field lifts what proves itself");
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "approve"), ("m." + certain, "lift"), ("r." + certain, "x"))).Text.ShouldContain("不能解除");
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "approve"), ("a.0", "不在文中"))).Text.ShouldContain("没有找到");
        (await reviewer.PostAsync($"/review/{id}", ("step", "Content"), ("revision", "1"), ("do", "approve"), ("a.0", "雇员"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var keeper = host.As("conf1", "confidentiality");
        using var publisher = host.As("pub1", "publisher");
        await ApproveAsync(keeper, id, "Confidentiality");
        (await ApproveAsync(publisher, id, "Publication")).Location.ShouldContain("done=published");
        var facts = host.Engine.Query.Find(id).Record!.Fields.Single(f => f.Id == "ViolationFacts").Value;
        facts.ShouldNotContain("王小二");
        facts.ShouldNotContain("雇员");
        facts.ShouldNotContain("11010519491231002X");
    }

    [Fact]
    [Trait("Requirement", "002-4")]
    public async Task Import_CannotReleaseByItsOwnColumns_NorChangeWhatIsReleased()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var record = (AdministrativePenalty)host.Engine.Ledger.FindByPublicId(Enter(host, "entry1"))!.Record.Value;
        var reviewed = record with { Reviewer = "自己", ReviewedOn = new DateOnly(2026, 7, 21), DocumentNumber = "青市监罚〔2026〕8号" };
        var fresh = await host.Engine.Entered.SubmitAsync(reviewed, new SourceReference("staff", null, "entry1"));
        host.Engine.Ledger.FindByPublicId(fresh.Id!)!.Standing.Released.ShouldBeFalse();

        var released = await host.Engine.Intake.SubmitAsync(reviewed with { DocumentNumber = "青市监罚〔2026〕9号" }, new SourceReference("file", 2, "system"));
        host.Engine.Query.Find(released.Id!).Record.ShouldNotBeNull();
        (await host.Engine.Entered.SubmitAsync(reviewed with { DocumentNumber = "青市监罚〔2026〕9号", ViolationFacts = "改掉的事实。" }, new SourceReference("staff", null, "entry1"))).Outcome.ShouldBe(CreditKit.Intake.IntakeOutcome.Unchanged);
        host.Engine.Ledger.FindByPublicId(released.Id!)!.Revision.ShouldBe(1);
    }

    private static string Enter(StaffHost host, string actor, string? facts = null)
    {
        var record = (AdministrativePenalty)Enumerable.Range(0, 100).Select(n => Road.Record(new Random(n), 7, new DateOnly(2026, 7, 20))).First(r => r is AdministrativePenalty { Counterpart.Kind: CounterpartKind.Organization, Severity: Severity.Serious, PenaltyCategories: ["罚款"], Procedure: PenaltyProcedure.Ordinary });
        if (facts is not null) record = record with { ViolationFacts = facts };
        return host.Engine.Intake.SubmitAsync(record, new SourceReference("staff", null, actor)).Result.Id!;
    }
}
