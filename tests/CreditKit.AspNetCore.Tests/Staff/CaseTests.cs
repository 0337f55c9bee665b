using System.Net;
using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Cases;
using CreditKit.Tests.Support;

namespace CreditKit.AspNetCore.Tests.Staff;

public sealed class CaseTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 28, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "001-21")]
    [Trait("Requirement", "001-24")]
    public async Task WindowFiling_GetsAReceipt_AndEveryStepItsPaper()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        Publish(host);
        using var clerk = host.As("entry1", "entry");
        var receipt = await clerk.PostAsync("/cases/new", ("kind", "Objection"), ("number", "青市监罚〔2026〕7号"), ("grounds", "1"), ("statement", "罚款金额与决定书不一致"), ("name", "青禾第7食品有限公司"), ("phone", "0000-8011234"));
        receipt.Text.ShouldContain("申请回执");
        var number = Regex.Match(receipt.Text, "YY[0-9]{8}-[0-9]{6}").Value;
        using var reviewer = host.As("rev1", "reviewer");
        foreach (var (act, title) in new[] { ("Admit", "受理通知书"), ("Verify", "核实情况告知书"), ("Maintain", "处理决定书") })
        {
            (await reviewer.PostAsync("/cases/" + number, ("do", act), ("reason", "依法办理"))).Status.ShouldBe(HttpStatusCode.SeeOther, act);
            var letter = (await reviewer.PostAsync("/cases/" + number, ("do", "letter"), ("purpose", "送达"))).Text;
            letter.ShouldContain(title);
            letter.ShouldContain("青禾第7食品有限公司：");
        }

        (await reviewer.PageAsync("/cases?list=closed")).ShouldContain(number);
        (await reviewer.PageAsync("/cases")).ShouldNotContain(number);
        host.Engine.Access.Entries(new CreditKit.Ledger.Access.AccessFilter { Subject = number }).Count.ShouldBe(3, "every look into the file is registered");
    }

    [Fact]
    [Trait("Requirement", "001-21")]
    public async Task Decision_IsTheReviewers_AndALookHasAPurpose()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        Publish(host);
        using var clerk = host.As("entry1", "entry");
        var number = File(host, "青市监罚〔2026〕7号");
        await clerk.PostAsync("/cases/" + number, ("do", "Admit"), ("reason", "受理"));
        await clerk.PostAsync("/cases/" + number, ("do", "Verify"), ("reason", "已核实"));
        foreach (var act in new[] { "Maintain", "Withdraw", "Refuse" }) (await clerk.PostAsync("/cases/" + number, ("do", act), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden, act);
        foreach (var act in new[] { "Amend", "Finish", "Revert", "Receive", "99", "" }) ((int)(await clerk.PostAsync("/cases/" + number, ("do", act), ("reason", "x"))).Status).ShouldBeOneOf([409, 422], act);
        (await clerk.PostAsync("/cases/" + number, ("do", "open"))).Status.ShouldBe(HttpStatusCode.Conflict, "no purpose");
        host.Engine.Cases.Desk.Load(number).State.ShouldBe(CaseState.Verified);
        using var stranger = host.As("rev2", "reviewer", Road.Code("11", 9));
        (await stranger.GetAsync("/cases/" + number)).Status.ShouldBe(HttpStatusCode.NotFound, "another unit's");
        (await stranger.PostAsync("/cases/" + number, ("do", "Maintain"), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PageAsync("/cases")).ShouldNotContain(number);
    }

    [Fact]
    [Trait("Requirement", "001-21")]
    public async Task List_IsPagedByKey_TheNearestLimitFirst_AndEveryCaseOnce()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now), o => o.Staff.PageSize = 10);
        Publish(host);
        var numbers = Enumerable.Range(0, 25).Select(_ => File(host, "青市监罚〔2026〕7号")).ToHashSet();
        using var reviewer = host.As("rev1", "reviewer");
        var (path, seen, pages) = ("/cases", new List<string>(), 0);
        while (path.Length > 0)
        {
            var text = await reviewer.PageAsync(path);
            seen.AddRange(Regex.Matches(text, ">(YY[0-9]{8}-[0-9]{6})<").Select(m => m.Groups[1].Value));
            path = WebUtility.HtmlDecode(Regex.Match(text, "/shuanggongshi-admin(/cases[^\"]*)\" rel=\"next\"").Groups[1].Value);
            pages++;
        }

        pages.ShouldBe(3);
        seen.Count.ShouldBe(25);
        seen.ToHashSet().SetEquals(numbers).ShouldBeTrue();
        host.Engine.CaseWork.Count(new() { Unit = Road.AgencyCode }).ShouldBe(25);
        host.Engine.CaseWork.Count(new() { DueBy = new DateOnly(2026, 7, 27) }).ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "000-30")]
    public async Task PenaltyLetters_AreServedTogether_WithTheEarliestDay_AndTheirViewIsRegistered()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var id = Publish(host);
        using var clerk = host.As("entry1", "entry");
        var letters = (await clerk.PostAsync($"/records/{id}/letters", ("do", "letters"))).Text;
        letters.ShouldContain("行政处罚信息公示告知书");
        letters.ShouldContain("信用修复告知书");
        letters.ShouldContain($"最早可以申请的日期：{host.Engine.Cases.Inbox.RepairGuideOf(id)!.From:yyyy-MM-dd}");
        letters.ShouldContain("不收取任何费用");
        host.Engine.Access.Entries(new CreditKit.Ledger.Access.AccessFilter { Subject = id }).Single().Actor.ShouldBe("entry1");
    }

    [Fact]
    [Trait("Requirement", "004-7")]
    public async Task Handover_IsRecorded_AndTheNewPersonStandsFromItsDay()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now), o => o.Staff.Units.Add(new StaffUnit { Name = "青禾市市场监督管理局", CreditCode = Road.AgencyCode, Reporter = "旧人", ReporterSince = new DateOnly(2026, 1, 5) }));
        using var reporter = host.As("rep1", "reporter");
        (await reporter.PageAsync("/people")).ShouldContain("旧人");
        (await reporter.PostAsync("/people", ("unit", Road.AgencyCode), ("person", "新人"), ("since", "2026-07-28"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "what is handed over is written down");
        (await reporter.PostAsync("/people", ("unit", Road.AgencyCode), ("person", "新人"), ("since", "2026-07-28"), ("note", "在办异议一件"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await reporter.PostAsync("/people", ("unit", Road.AgencyCode), ("person", "后人"), ("since", "2026-12-01"), ("note", "预定"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await reporter.PageAsync("/people");
        page.IndexOf("新人", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("后人", StringComparison.Ordinal), "today's person stands in the table of units");
        page.ShouldContain("在办异议一件");
        (await reporter.PageAsync("/records/" + host.Enter("entry1"))).ShouldContain("新人");
        using var elsewhere = host.As("rep2", "reporter", Road.Code("11", 9));
        (await elsewhere.PostAsync("/people", ("unit", Road.AgencyCode), ("person", "x"), ("since", "2026-07-28"), ("note", "x"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "of one's own unit only");
        host.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "001-21")]
    public async Task Papers_ComeWithTheFile_AndAreHandedOutRegistered()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        Publish(host);
        using var clerk = host.As("entry1", "entry");
        var png = Papers.Png("证明", 2_000);
        var filed = await clerk.UploadAsync("/cases/new", "papers", "证明.png", png, ("kind", "Objection"), ("number", "青市监罚〔2026〕7号"), ("grounds", "1"), ("statement", "罚款金额与决定书不一致"), ("name", "青禾第7食品有限公司"), ("phone", "0000-8011234"));
        var number = Regex.Match(filed.Text, "YY[0-9]{8}-[0-9]{6}").Value;
        var opened = (await clerk.PostAsync("/cases/" + number, ("do", "open"), ("purpose", "办理本件"))).Text;
        opened.ShouldContain("证明.png");
        var paper = Regex.Match(opened, "name=\"paper\" value=\"([0-9]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("do", "paper"), KeyValuePair.Create("paper", paper), KeyValuePair.Create("__RequestVerificationToken", clerk.OwnToken)]);
        using var response = await clerk.Client.PostAsync(new Uri("/shuanggongshi-admin/cases/" + number, UriKind.Relative), content);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(png);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment", "what a stranger sent is never shown within the site");
        host.Engine.Access.Entries(new CreditKit.Ledger.Access.AccessFilter { Subject = number }).Count.ShouldBe(2);
        (await clerk.PostAsync("/cases/" + number, ("do", "paper"), ("paper", "999"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Publish(StaffHost host)
    {
        host.Engine.Ledger.Submit([Road.Submission(StaffHost.Penalty())]);
        host.Engine.Projector.CatchUp();
        return host.Engine.Ledger.All().Single().PublicId;
    }

    private static string File(StaffHost host, string document) => host.Engine.Cases.Inbox.File(new CaseFiling
    {
        Kind = CaseKind.Objection, DocumentNumber = document, Grounds = new Records.EquatableList<ObjectionGround>([ObjectionGround.Error]), Statement = "罚款金额与决定书不一致", ApplicantName = "申请人", Phone = "0000-8011234",
    }, "visitor", new DateOnly(2026, 7, 28)).Receipt!.Number;
}
