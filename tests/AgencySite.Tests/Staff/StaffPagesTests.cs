using System.Text.RegularExpressions;
using CreditKit.Intake;
using CreditKit.Records;
using CreditKit.Review.Attachments;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgencySite.Tests.Staff;

/// <summary>
/// Every page of the staff side in a browser, wide and narrow: WCAG 2.2 AA, no sideways scroll, and the keyboard alone. The rules
/// run on every page at 1280 px and, at 768 px, on one page of each kind; with <c>CREDITKIT_WHOLE=1</c> on every page at both.
/// <c>STAFF_PICTURES</c>: a folder for pictures of all pages.
/// </summary>
public sealed class StaffPagesTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 1, 30, 0, TimeSpan.Zero);
    private static readonly int[] s_widths = [1280, 768];
    private static readonly bool s_whole = Environment.GetEnvironmentVariable("CREDITKIT_WHOLE") == "1";
    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("STAFF_PICTURES");

    [Fact]
    [Trait("Requirement", "000-18")]
    [Trait("Requirement", "000-3")]
    public async Task EveryPage_AtBothWidths_BreaksNoRuleOfAccessibility_AndDoesNotScrollSideways()
    {
        await using var site = await StaffSite.StartAsync(s_now, unknownSubject: "91339700MA31022525");
        var (waiting, number) = await FillAsync(site);
        var look = new Look(site);

        await look.AtAsync("lu", "/", "/entry", "/entry/license", "/entry/penalty", "/entry/penalty?practice=1", "/import", "/records", "/records?list=waiting", "/records?list=overdue", "/records?q=" + Uri.EscapeDataString("没有这个文号"), "/records/" + waiting, "/people", "/assessment", "/nothing-here", "/audit");
        await look.PressAsync("lu", "/entry/penalty", "检查并预览", "entry-errors");
        await look.PressAsync("lu", "/records/" + waiting, "打开更正（登记本次查看）", "correction");
        await look.PressAsync("lu", "/records/" + waiting, "制作告知书（登记本次查看）", "letters");
        var clerk = await look.OfAsync("lu");
        await clerk.GotoAsync(site.Admin + "/import");
        await clerk.SetInputFilesAsync("input[type=file]", Path.Combine(AppContext.BaseDirectory, "SampleData", "dirty.csv"));
        await clerk.ClickAsync("main button[value=check]");
        await look.CheckAsync(clerk, "import-preview");
        await look.AtAsync("shen", "/", "/review", "/review/" + waiting, "/corrections", "/attachments", "/cases", "/cases/new", "/cases/" + number);
        await look.PressAsync("shen", "/records/" + waiting, "打开 行政处罚决定书", "attachment-opened");
        await look.PressAsync("shen", "/review/" + waiting, "打开原文对照（登记本次查看）", "review-opened");
        await look.PressAsync("shen", "/cases/" + number, "打开案卷", "case-opened");
        await look.PressAsync("shen", "/cases/" + number, "制作文书", "case-letter");
        await look.AtAsync("qian", "/", "/review", "/records?list=published");
        await look.AtAsync("bai", "/", "/reporting");
        await look.PressAsync("bai", "/reporting", "与平台核对", "drift");
        await look.AtAsync("ji", "/", "/audit", "/audit/access?all=1", "/assessment", "/assessment/records?list=Decided");
        await look.PressAsync("ji", "/audit", "核对审计链", "audit-verified");
        await look.AtAsync("guan", "/", "/reporting", "/people");
        look.Faults.ShouldBeEmpty();
        site.Faults.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-18")]
    public async Task EntryAndReview_AreDoneByTheKeyboardAlone_AndFocusIsAlwaysSeen()
    {
        await using var site = await StaffSite.StartAsync(s_now);
        var clerk = await site.PageAsync("lu");
        await clerk.GotoAsync(site.Admin + "/entry/penalty");
        var values = new Dictionary<string, string>
        {
            ["行政相对人名称"] = "云州市砚田物业服务有限公司", ["行政相对人类别"] = "法人及非法人组织", ["行政相对人代码_1(统一社会信用代码)"] = "91339700MA3131061P", ["行政处罚决定书文号"] = "云市监罚〔2026〕901号", ["违法行为类型"] = "不按规定明码标价",
            ["违法事实"] = "收取停车费未明码标价。", ["处罚依据"] = "《中华人民共和国价格法》第四十二条", ["处罚类别"] = "罚款", ["处罚内容"] = "罚款5000元", ["罚款金额(万元)"] = "0.5", ["处罚决定日期"] = "2026/11/19", ["处罚有效期"] = "2027/11/18", ["处罚程序"] = "普通程序", ["严重程度"] = "一般",
        };
        await WalkAsync(clerk, "提交审核", async (name, tag) =>
        {
            if (!values.Remove(name, out var value)) return;
            if (tag == "SELECT") await clerk.Keyboard.TypeAsync(value);
            else await clerk.Keyboard.InsertTextAsync(value);
        });
        values.Keys.ShouldBeEmpty("every field is reached by Tab");
        await clerk.WaitForURLAsync("**/records/**");
        var id = clerk.Url.Split('?')[0].Split('/')[^1];

        var reviewer = await site.PageAsync("shen");
        await reviewer.GotoAsync(site.Admin + "/review/" + id);
        await WalkAsync(reviewer, "打开原文对照（登记本次查看）", (_, _) => Task.CompletedTask);
        await reviewer.WaitForSelectorAsync("text=原文与公开版本对照");
        await WalkAsync(reviewer, "通过", (_, _) => Task.CompletedTask);
        await reviewer.WaitForSelectorAsync("text=这一步已通过");
        site.Faults.ShouldBeEmpty();
    }

    /// <summary>Tabs through the page to a button and presses Enter; every stop shows its focus and is not covered.</summary>
    private static async Task WalkAsync(IPage page, string button, Func<string, string, Task> visit)
    {
        for (var stop = 0; stop < 120; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (name, tag, seen) = Parse(await page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
                  const label = e.labels && e.labels[0] ? e.labels[0] : e;
                  const top = document.elementFromPoint(Math.max(0, r.left + Math.min(r.width / 2, 40)), r.top + r.height / 2);
                  const covered = top && top !== e && !e.contains(top) && !top.contains(e);
                  const ring = parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== "none" || s.boxShadow !== "none";
                  return [[...label.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()).join(""), e.tagName, ring && !covered ? "seen" : `unseen ring=${ring} covered by ${covered ? top.className : ""}`].join("\n");
                }
                """));
            seen.ShouldBe("seen", $"stop {stop}: {tag} {name}");
            if (tag == "BUTTON" && name == button)
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }

            await visit(name, tag);
        }

        throw new InvalidOperationException($"“{button}” is not reached by Tab.");
    }

    private static (string Name, string Tag, string Seen) Parse(string text) => text.Split('\n') is [var name, var tag, var seen] ? (name, tag, seen) : throw new InvalidOperationException(text);

    /// <summary>Records of the samples, some that wait, one that the portal refuses, one objection.</summary>
    private static async Task<(string Waiting, string Case)> FillAsync(StaffSite site)
    {
        var files = site.Services.GetRequiredService<IFileIntake>();
        foreach (var name in new[] { "licences.csv", "penalties.xlsx" })
            await files.ImportAsync(Path.Combine(AppContext.BaseDirectory, "SampleData", name), null, "AgencySite");
        using var engine = site.OpenEngine();
        string? waiting = null;
        for (var n = 1; n <= 6; n++)
        {
            var result = await engine.Entered.SubmitAsync(Penalty(n), new SourceReference("staff", null, "lu"));
            waiting ??= result.Id;
        }

        await using (var picture = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Staff", "paper.png")))
            await engine.Attachments.AddAsync(waiting!, picture, new AttachmentSource("lu", "扫描件.png"));
        await engine.Intake.SubmitAsync(Penalty(7) with { Counterpart = Penalty(7).Counterpart with { Name = "云州市北岸建材有限公司", UnifiedSocialCreditCode = "91339700MA31022525" }, Reviewer = "向景衡", ReviewedOn = new DateOnly(2026, 11, 19) }, new SourceReference("staff", null, "lu"));

        var visitor = await site.PageAsync(null);
        await visitor.GotoAsync(site.Column + "/penalties");
        await visitor.Locator("main table tbody tr a").First.ClickAsync();
        await visitor.GetByRole(AriaRole.Link, new() { Name = "提出异议" }).ClickAsync();
        await visitor.GetByLabel("错误", new() { Exact = true }).CheckAsync();
        await visitor.FillAsync("#statement", "罚款金额与决定书不一致。");
        await visitor.FillAsync("#name", "云州市示例贸易有限公司");
        await visitor.FillAsync("#phone", "0000-8011234");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "提交异议申请" }).ClickAsync();
        return (waiting!, (await visitor.Locator(".sgs-code").First.InnerTextAsync()).Trim());
    }

    private static AdministrativePenalty Penalty(int n) => new()
    {
        Counterpart = new Counterpart { Name = $"云州市砚田第{n}物业服务有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = "91339700MA3131061P", LegalRepresentative = "涂棠" },
        DocumentNumber = $"云市监罚〔2026〕{500 + n}号",
        DecisionDate = new DateOnly(2026, 11, n < 3 ? 4 : 10 + n),
        DecidingAuthority = new Authority("云州市市场监督管理局", StaffSite.Code),
        DataSource = new Authority("云州市市场监督管理局", StaffSite.Code),
        ViolationType = "物业服务收费不按规定明码标价",
        ViolationFacts = string.Concat(Enumerable.Repeat("经查，当事人收取停车费未明码标价。业主王小二（身份证号11010519491231002X，电话13800001234）向执法人员反映了上述情况，执法人员现场制作了检查笔录，并拍照取证。", n == 1 ? 12 : 1)),
        LegalBasis = "《中华人民共和国价格法》第四十二条",
        PenaltyCategories = ["罚款"],
        PenaltyContent = "罚款20000元",
        FineAmount = 20_000m,
        PenaltyValidUntil = new DateOnly(2027, 11, 3),
        Severity = n == 4 ? null : Severity.General,
        Procedure = PenaltyProcedure.Ordinary,
    };

    private sealed class Look(StaffSite site)
    {
        private readonly Dictionary<string, IPage> _pages = [];

        public List<string> Faults { get; } = [];

        /// <summary>The page of a person; signed in once.</summary>
        public async Task<IPage> OfAsync(string account) => _pages.TryGetValue(account, out var page) ? page : _pages[account] = await site.PageAsync(account);

        public async Task AtAsync(string account, params string[] paths)
        {
            var page = await OfAsync(account);
            foreach (var path in paths)
            {
                await page.GotoAsync(site.Admin + path);
                await CheckAsync(page, account + Regex.Replace(path, "[^A-Za-z0-9]+", "-"), path == paths[0]);
            }
        }

        public async Task PressAsync(string account, string path, string button, string name)
        {
            var page = await OfAsync(account);
            await page.GotoAsync(site.Admin + path);
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await CheckAsync(page, name);
        }

        public async Task CheckAsync(IPage page, string name, bool narrow = true)
        {
            foreach (var width in s_widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0) Faults.Add($"{name} scrolls sideways by {over} px at {width}");
                if (s_pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, $"{name}-{width}.png"), FullPage = true });
                if (width != s_widths[0] && !narrow && !s_whole) continue;
                var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
                Faults.AddRange(axe.Violations.Select(v => $"{name} at {width}: {v.Id} {v.Nodes[0].Html}"));
            }
        }
    }
}
