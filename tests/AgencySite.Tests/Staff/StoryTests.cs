using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AgencySite.Tests.Staff;

/// <summary>One penalty from the clerk's desk to its repair, through the pages alone.</summary>
public sealed class StoryTests
{
    private const string Company = "云州市砚田物业服务有限公司";
    private const string Number = "云市监罚〔2026〕381号";
    private const string Identity = "11010519491231002X";
    private const string Bystander = "王小二";
    private static readonly DateTimeOffset s_start = new(2026, 7, 28, 1, 30, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "000-2")]
    [Trait("Requirement", "000-5")]
    [Trait("Requirement", "000-38")]
    [Trait("Requirement", "000-41")]
    [Trait("Requirement", "001-21")]
    [Trait("Requirement", "001-27")]
    [Trait("Requirement", "002-4")]
    [Trait("Requirement", "002-12")]
    public async Task Penalty_GoesFromEntryToRepair_ThroughThePagesAlone()
    {
        await using var site = await StaffSite.StartAsync(s_start);
        var record = await EnterAsync(site);
        await ReviewAsync(site, record);
        var visitor = await site.PageAsync(null);
        var page = await FindAsync(site, visitor);
        await ReceivedAsync(site, revision: 1);

        var objection = await ObjectAsync(visitor, page);
        await AmendAsync(site, record, objection);
        await visitor.GotoAsync(page);
        var amended = await visitor.InnerTextAsync("main");
        amended.ShouldContain("罚款10000元");
        amended.ShouldNotContain("罚款20000元");
        amended.ShouldContain("已更正");
        await ReceivedAsync(site, revision: 2);

        var earliest = DateOnly.Parse(Regex.Match(amended, "最早可以在 (\\d{4}-\\d\\d-\\d\\d) 申请").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        earliest.ShouldBe(new DateOnly(2026, 10, 28));
        site.Clock.MoveTo(new DateTimeOffset(earliest, new TimeOnly(2, 0), TimeSpan.Zero));
        var repair = await ApplyForRepairAsync(visitor, page);
        await GrantAsync(site, repair);

        await GoneAsync(site, visitor, page);
        await AuditAsync(site, record);
        site.Faults.ShouldBeEmpty();
    }

    private static async Task<string> EnterAsync(StaffSite site)
    {
        var clerk = await site.PageAsync("lu");
        await OpenAsync(clerk, "录入");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "录入行政处罚", Exact = true }).ClickAsync();
        await FillAsync(clerk, "行政相对人名称", Company);
        await FillAsync(clerk, "行政相对人类别", "法人及非法人组织");
        await FillAsync(clerk, "行政相对人代码_1(统一社会信用代码)", "91339700MA3131061P");
        await FillAsync(clerk, "法定代表人", "涂棠");
        await FillAsync(clerk, "行政处罚决定书文号", Number);
        await FillAsync(clerk, "违法行为类型", "物业服务收费不按规定明码标价");
        await FillAsync(clerk, "违法事实", $"经查，当事人收取停车费未明码标价。业主{Bystander}（身份证号{Identity}）向执法人员反映了上述情况。");
        await FillAsync(clerk, "处罚依据", "《中华人民共和国价格法》第四十二条");
        await FillAsync(clerk, "处罚类别", "罚款");
        await FillAsync(clerk, "处罚内容", "罚款20000元");
        await FillAsync(clerk, "罚款金额(万元)", "2");
        await FillAsync(clerk, "处罚决定日期", "2026/07/27");
        await FillAsync(clerk, "处罚有效期", "2027/07/26");
        await FillAsync(clerk, "处罚程序", "普通程序");
        await FillAsync(clerk, "严重程度", "一般");

        await DoAsync(clerk, "检查并预览");
        var preview = await clerk.InnerTextAsync("main");
        preview.ShouldContain("公众将看到的内容");
        var shown = await clerk.Locator("dl.st-facts").AllInnerTextsAsync();
        shown.ShouldAllBe(t => !t.Contains(Bystander) && !t.Contains(Identity));
        await DoAsync(clerk, "提交审核");
        (await clerk.InnerTextAsync("main")).ShouldContain("记录已进入台账，等待审核");
        return clerk.Url.Split('?')[0].Split('/')[^1];
    }

    private static async Task ReviewAsync(StaffSite site, string record)
    {
        foreach (var (account, heading) in new[] { ("shen", "内容审核"), ("bao", "保密审查"), ("qian", "公示签发") })
        {
            var person = await site.PageAsync(account);
            await person.GetByRole(AriaRole.Link, new() { Name = "等待我：" + heading }).ClickAsync();
            await person.GetByRole(AriaRole.Link, new() { Name = Number }).ClickAsync();
            person.Url.ShouldEndWith("/review/" + record);
            if (account == "qian")
            {
                await DoAsync(person, "签发，立即公示");
                (await person.InnerTextAsync("main")).ShouldContain("记录现在已经公示");
                continue;
            }

            (await person.InnerTextAsync("main")).ShouldNotContain(Bystander);
            await DoAsync(person, "打开原文对照（登记本次查看）");
            var compared = await person.InnerTextAsync("main");
            compared.ShouldContain(Bystander);
            compared.ShouldContain(Identity);
            (await person.Locator("mark").AllInnerTextsAsync()).ShouldBe([Bystander, Identity], ignoreOrder: true);
            await DoAsync(person, "通过");
            (await person.InnerTextAsync("main")).ShouldContain("这一步已通过");
        }
    }

    private static async Task<string> FindAsync(StaffSite site, IPage visitor)
    {
        await visitor.GotoAsync(site.Column);
        await visitor.Locator("input[type=search]").First.FillAsync("砚田");
        await visitor.Keyboard.PressAsync("Enter");
        await visitor.GetByRole(AriaRole.Link, new() { Name = Company }).First.ClickAsync();
        var html = await visitor.ContentAsync();
        html.ShouldContain(Number);
        html.ShouldContain("已脱敏");
        html.ShouldNotContain(Bystander);
        html.ShouldNotContain(Identity);
        return visitor.Url;
    }

    private static async Task ReceivedAsync(StaffSite site, int revision)
    {
        var liaison = await site.PageAsync("bai");
        var watch = Stopwatch.StartNew();
        while (true)
        {
            await liaison.GotoAsync(site.Portal + "/received.json");
            var rows = await liaison.InnerTextAsync("body");
            if (rows.Contains(Number, StringComparison.Ordinal) && rows.Contains(FormattableString.Invariant($"\"revision\":{revision},"), StringComparison.Ordinal)) break;
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(90), rows);
            await Task.Delay(100);
        }

        await liaison.GotoAsync(site.Admin + "/records?q=" + Uri.EscapeDataString(Number));
        await liaison.GetByRole(AriaRole.Link, new() { Name = Number }).ClickAsync();
        await SeesAsync(liaison, "已接收");
    }

    private static async Task<string> ObjectAsync(IPage visitor, string page)
    {
        await visitor.GotoAsync(page);
        await visitor.GetByRole(AriaRole.Link, new() { Name = "提出异议" }).ClickAsync();
        await visitor.GetByLabel("错误", new() { Exact = true }).CheckAsync();
        await visitor.FillAsync("#statement", "罚款金额有误，决定书载明罚款一万元。");
        await visitor.FillAsync("#wish", "更正为罚款10000元。");
        await visitor.FillAsync("#name", Company);
        await visitor.FillAsync("#phone", "0000-8011234");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "提交异议申请" }).ClickAsync();
        return (await visitor.Locator(".sgs-code").First.InnerTextAsync()).Trim();
    }

    private static async Task AmendAsync(StaffSite site, string record, string objection)
    {
        var reviewer = await site.PageAsync("shen");
        await HandleAsync(reviewer, objection, "受理", "材料齐全，予以受理");
        await HandleAsync(reviewer, objection, "向作出决定的机关核实", "决定书原件载明罚款一万元，录入有误");

        var clerk = await site.PageAsync("lu");
        await clerk.GotoAsync($"{site.Admin}/records/{record}");
        await DoAsync(clerk, "打开更正（登记本次查看）");
        await FillAsync(clerk, "处罚内容", "罚款10000元");
        await FillAsync(clerk, "罚款金额(万元)", "1");
        await FillAsync(clerk, "更正理由", "录入的罚款金额与决定书不一致");
        await DoAsync(clerk, "提交更正");
        (await clerk.InnerTextAsync("main")).ShouldContain("更正已提交");

        await OpenAsync(reviewer, "审核");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "待审的更正" }).ClickAsync();
        await reviewer.GetByRole(AriaRole.Link, new() { Name = Number }).ClickAsync();
        var difference = await reviewer.InnerTextAsync("main");
        difference.ShouldContain("罚款20000元");
        difference.ShouldContain("罚款10000元");
        await FillAsync(reviewer, "办理的异议编号", objection);
        await DoAsync(reviewer, "同意更正，立即生效");
        (await reviewer.InnerTextAsync("main")).ShouldContain("更正已生效");
    }

    private static async Task<string> ApplyForRepairAsync(IPage visitor, string page)
    {
        var id = page.Split('/')[^1];
        await visitor.GotoAsync(page[..page.IndexOf("/records/", StringComparison.Ordinal)] + "/repair?record=" + id);
        (await visitor.InnerTextAsync("main")).ShouldContain("已满最短公示期");
        foreach (var box in await visitor.Locator("input[name=commitment]").AllAsync()) await box.CheckAsync();
        await visitor.FillAsync("#statement", "已按决定缴纳罚款，并已在收费处公示收费标准。");
        await visitor.FillAsync("#name", Company);
        await visitor.FillAsync("#phone", "0000-8011234");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "提交信用修复申请" }).ClickAsync();
        return (await visitor.Locator(".sgs-code").First.InnerTextAsync()).Trim();
    }

    private static async Task GrantAsync(StaffSite site, string repair)
    {
        var reviewer = await site.PageAsync("shen");
        await HandleAsync(reviewer, repair, "受理", "已满最短公示期，材料齐全");
        await HandleAsync(reviewer, repair, "向作出决定的机关核实", "罚款已缴清，已改正");
        await HandleAsync(reviewer, repair, "准予修复", "符合信用修复条件");
        await FillAsync(reviewer, "查看目的", "送达决定");
        await DoAsync(reviewer, "制作文书");
        var letter = await reviewer.InnerTextAsync("article.st-letter");
        letter.ShouldContain("信用修复决定书");
        letter.ShouldContain(Number);
    }

    /// <summary>Gone from the column, its search, its data and the portal; what was promised in public stays.</summary>
    private static async Task GoneAsync(StaffSite site, IPage visitor, string page)
    {
        var gone = await visitor.GotoAsync(page);
        gone!.Status.ShouldBeOneOf([404, 410]);
        (await visitor.ContentAsync()).ShouldNotContain(Company);
        await visitor.GotoAsync(site.Column + "/search?q=" + Uri.EscapeDataString("砚田"));
        (await visitor.Locator("main a").AllInnerTextsAsync()).ShouldNotContain(t => t.Contains(Company));
        await visitor.GotoAsync(site.Column + "/api/v1/records?q=" + Uri.EscapeDataString("砚田"));
        (await visitor.ContentAsync()).ShouldNotContain(Number);
        await visitor.GotoAsync(site.Column + "/cases");
        var notices = await visitor.InnerTextAsync("main");
        notices.ShouldContain("信用修复承诺");
        notices.ShouldContain(Company);

        var watch = Stopwatch.StartNew();
        while (true)
        {
            await visitor.GotoAsync(site.Portal + "/received.json");
            if (!(await visitor.InnerTextAsync("body")).Contains(Number, StringComparison.Ordinal)) break;
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(90));
            await Task.Delay(100);
        }
    }

    private static async Task AuditAsync(StaffSite site, string record)
    {
        var auditor = await site.PageAsync("ji");
        await OpenAsync(auditor, "审计");
        await DoAsync(auditor, "核对审计链");
        (await auditor.InnerTextAsync("main")).ShouldContain("审计链完整");
        await FillAsync(auditor, "决定文书号", Number);
        await DoAsync(auditor, "筛选");
        var steps = await auditor.Locator("table tbody tr").AllInnerTextsAsync();
        foreach (var (actor, act) in new[] { ("lu", "录入"), ("shen", "审核通过"), ("bao", "审核通过"), ("qian", "审核通过"), ("lu", "提出更正"), ("shen", "更正"), ("shen", "撤下") })
            steps.ShouldContain(s => s.Contains('\t' + actor + '\t') && s.Contains('\t' + act + '\t'), $"{actor} {act}\n{string.Join('\n', steps)}");

        await auditor.GotoAsync(site.Admin + "/audit/access?all=1");
        var views = await auditor.Locator("table tbody tr").AllInnerTextsAsync();
        foreach (var actor in new[] { "lu", "shen", "bao" }) views.ShouldContain(v => v.Contains('\t' + actor + '\t') && v.Contains(record, StringComparison.Ordinal));
    }

    private static async Task HandleAsync(IPage reviewer, string number, string act, string reason)
    {
        await OpenAsync(reviewer, "申请办理");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await FillAsync(reviewer, "事项", act);
        await FillAsync(reviewer, "理由", reason);
        await DoAsync(reviewer, "办理");
        await SeesAsync(reviewer, "这一步已记入案卷");
    }

    private static async Task FillAsync(IPage page, string label, string value)
    {
        var field = page.Locator("main").GetByLabel(new Regex($"^{Regex.Escape(label)}(必填)?$"));
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT") await field.SelectOptionAsync(new SelectOptionValue { Label = value });
        else await field.FillAsync(value);
    }

    private static Task OpenAsync(IPage page, string tab) => page.Locator(".st-nav").GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).ClickAsync();

    private static Task DoAsync(IPage page, string button) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task SeesAsync(IPage page, string text) => (await page.InnerTextAsync("main")).ShouldContain(text);
}
