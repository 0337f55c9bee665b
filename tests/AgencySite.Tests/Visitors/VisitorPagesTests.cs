using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AgencySite.Tests.Visitors;

/// <summary>
/// Every page and form of visitors in a browser, at 1280 and 375 px: WCAG 2.2 AA, no sideways scroll, nothing from elsewhere; then
/// without script and by the keyboard alone. The rules run on every page at 1280 px and, at 375 px, on one page of each kind; with
/// <c>CREDITKIT_WHOLE=1</c> on every page at both. <c>VISITOR_PICTURES</c>: a folder for pictures of all pages.
/// </summary>
public sealed partial class VisitorPagesTests(VisitorSite site) : IClassFixture<VisitorSite>
{
    private static readonly int[] s_widths = [1280, 375];
    private static readonly bool s_whole = Environment.GetEnvironmentVariable("CREDITKIT_WHOLE") == "1";
    private static readonly string[] s_narrow =
    [
        "front", "penalties", "error-400", "penalty", "subject", "withdrawn", "remedy", "catalogue", "data", "dictionary", "statistics", "lists", "commitments", "screen", "objection-errors", "case-state", "large",
    ];

    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("VISITOR_PICTURES");

    // What has the keyboard: its name, and whether one sees that it has it. "same": still inside the last one, as in the parts of a
    // date; "": the document is left, or begins again. Of a box that wraps over lines the first line counts.
    private const string Focus = """
        () => {
          const e = document.activeElement, before = window.sgsStops || [];
          if (!e || e === document.body || e === document.documentElement) return "";
          if (before[before.length - 1] === e) return "same\n";
          if (before.includes(e)) return "";
          window.sgsStops = [...before, e];
          const r = e.getClientRects()[0] || e.getBoundingClientRect(), s = getComputedStyle(e);
          const top = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, r.left + Math.min(r.width / 2, 40))), Math.min(innerHeight - 1, Math.max(0, r.top + r.height / 2)));
          const covered = top && top !== e && !e.contains(top) && !top.contains(e);
          const ring = parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== "none";
          const name = (e.id || e.getAttribute("aria-label") || e.textContent.trim().slice(0, 30) || e.name || e.tagName).replaceAll("\n", " ");
          return [name, ring && !covered && r.width > 0 ? "" : `ring ${ring}, covered by ${covered ? top.tagName + "." + top.className : "nothing"}, ${r.width} wide`].join("\n");
        }
        """;

    // What takes Tab: of the radio buttons of one name one does.
    private const string Controls = """
        () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea")]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !(e.type === "radio" && e !== document.querySelector(`input[type=radio][name="${e.name}"]`))).length
        """;

    [Fact]
    [Trait("Requirement", "000-12")]
    [Trait("Requirement", "000-18")]
    public async Task EveryPage_AtBothWidths_BreaksNoRuleOfAccessibility_AndFitsItsWidth()
    {
        List<string> faults = [];
        await using var context = await site.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) faults.Add(message.Text); };
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Root, StringComparison.Ordinal)) faults.Add("external: " + request.Url); };
        foreach (var (name, open) in Pages())
        {
            await open(page);
            foreach (var width in s_widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0) faults.Add($"{name} scrolls sideways by {over} px at {width}");
                if (s_pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, $"{name}-{width}.png"), FullPage = true });
                if (width != s_widths[0] && !s_whole && !s_narrow.Contains(name)) continue;
                var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
                faults.AddRange(axe.Violations.Select(v => $"{name} at {width}: {v.Id} {v.Nodes[0].Html}"));
            }
        }

        if (s_pictures is not null) await PrintedAsync(page);
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    [Trait("Requirement", "000-12")]
    public async Task EveryPage_WithoutScript_IsWalkedByTheKeyboardAlone(int width)
    {
        List<string> faults = [];
        await using var context = await site.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        foreach (var (name, open) in Pages().Where((_, n) => width == 375 || n % 4 == 0))
        {
            await open(page);
            var bare = name is "screen" or "embed";
            var expected = await page.EvaluateAsync<int>(Controls);
            var stops = new List<string>();
            for (var tab = 0; tab <= expected * 2; tab++)
            {
                await page.Keyboard.PressAsync("Tab");
                var focus = await page.EvaluateAsync<string>(Focus);
                if (focus.Length == 0) break;
                if (focus.Split('\n') is not [var what, var fault] || what == "same") continue;
                stops.Add(what);
                if (fault.Length > 0) faults.Add($"{name} at {width}, {what}: {fault}");
            }

            if (!bare && stops.FirstOrDefault() != "跳到主要内容") faults.Add($"{name} at {width}: starts at {stops.FirstOrDefault()}");
            if (stops.Count != expected) faults.Add($"{name} at {width}: {stops.Count} stops for {expected} controls: {string.Join('、', stops)}");
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-30")]
    public async Task Objection_IsFiledCorrectedAndAskedFor_WithoutScriptByTheKeyboardAlone()
    {
        await using var context = await site.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 375, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{site.Column}/records/{site.Ids.Penalty}");
        await PressAtAsync(page, "提出异议", "Enter");
        await page.Locator("#statement").WaitForAsync();
        await PressAtAsync(page, "statement", null);
        await page.Keyboard.InsertTextAsync("罚款金额与决定书不一致。");
        await PressAtAsync(page, "提交异议申请", "Enter");

        // Nothing typed is lost, and what is missing is said in a list that leads to the fields.
        var errors = page.Locator(".sgs-errors");
        await errors.WaitForAsync();
        (await page.Locator("#statement").InputValueAsync()).ShouldBe("罚款金额与决定书不一致。");
        (await errors.Locator("a").CountAsync()).ShouldBeGreaterThan(1);
        await PressAtAsync(page, (await errors.Locator("a").First.InnerTextAsync()).Trim(), "Enter");
        await PressAtAsync(page, "1", "Space", "value");
        await PressAtAsync(page, "name", null);
        await page.Keyboard.InsertTextAsync("云州市示例贸易有限公司");
        await PressAtAsync(page, "phone", null);
        await page.Keyboard.InsertTextAsync("0000-8011234");
        await PressAtAsync(page, "提交异议申请", "Enter");
        var codes = page.Locator(".sgs-code");
        await codes.First.WaitForAsync();
        var (number, secret) = ((await codes.Nth(0).InnerTextAsync()).Trim(), (await codes.Nth(1).InnerTextAsync()).Trim());

        await page.GotoAsync(site.Column + "/case");
        await PressAtAsync(page, "number", null);
        await page.Keyboard.InsertTextAsync(number);
        await PressAtAsync(page, "secret", null);
        await page.Keyboard.InsertTextAsync(secret);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("已收到，等待受理").First.WaitForAsync();
        page.Url.ShouldNotContain(number);
    }

    [Fact]
    [Trait("Requirement", "000-12")]
    public async Task WrongDate_IsCorrectedWhereItWasTyped_AtThreeHundredAndSeventyFivePixels()
    {
        await using var context = await site.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 375, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Column + "/penalties?q=" + Uri.EscapeDataString("物业") + "&from=2026-13-40");
        var field = page.Locator("#f-from");
        (await field.IsVisibleAsync()).ShouldBeTrue();
        (await field.InputValueAsync()).ShouldBe("2026-13-40");
        (await page.Locator("#f-from-error").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("#f-q").InputValueAsync()).ShouldBe("物业");
        await field.FillAsync("2026-01-01");
        await field.PressAsync("Enter");
        await page.Locator("main table").WaitForAsync();
        page.Url.ShouldContain("from=2026-01-01");
    }

    // A page of each kind, and each state in which a visitor can find it.
    private List<(string Name, Func<IPage, Task> Open)> Pages()
    {
        return
        [
            At("front", ""), At("licenses", "/licenses"), At("penalties", "/penalties?severity=general"), At("acts", "/acts"), At("search", "/search?q=" + Uri.EscapeDataString("物业")), At("search-none", "/search?q=" + Uri.EscapeDataString("没有这样的记录")),
            At("error-400", "/licenses?from=2026-02-30"), At("error-404", "/nothing-here"), At("penalty", "/records/" + site.Ids.Penalty), At("license", "/records/" + site.Ids.License), At("withdrawn-record", "/records/" + site.Ids.Withdrawn),
            At("subject", "/subjects/91339700MA3131061P"), At("withdrawn", "/withdrawn"), At("remedy", "/remedy"), At("about", "/about"), At("catalogue", "/catalogue"), At("data", "/data"), At("dictionary", "/data/dictionary"), At("statistics", "/statistics"),
            At("privacy", "/privacy"), At("lists", "/lists"), At("commitments", "/commitments"), At("cases", "/cases"), At("embed", "/embed/penalties"), At("screen", "/screen?pause=1"),
            At("objection", "/objection?record=" + site.Ids.Penalty), At("enquiry", "/enquiry"), At("personal-information", "/personal-information"), At("repair", "/repair?record=" + site.Ids.Penalty), At("case", "/case"),
            Sent("objection-errors", "/objection", "提交异议申请"), Sent("case-errors", "/case", "查询进度"), ("case-state", CaseStateAsync), ("error-429", TooManyAsync),
            // Last: the browser keeps large type.
            At("large", "/penalties?type=large"), At("large-record", $"/records/{site.Ids.License}?type=large"),
        ];

        (string, Func<IPage, Task>) At(string name, string path) => (name, page => page.GotoAsync(site.Column + path));

        (string, Func<IPage, Task>) Sent(string name, string path, string button) => (name, async page =>
        {
            await page.GotoAsync(site.Column + path);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await page.Locator(".sgs-errors").WaitForAsync();
        });
    }

    private async Task CaseStateAsync(IPage page)
    {
        await page.GotoAsync(site.Column + "/case");
        await page.FillAsync("#number", site.Case.Number);
        await page.FillAsync("#secret", site.Case.Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询进度" }).ClickAsync();
        await page.GetByText("予以维持").First.WaitForAsync();
    }

    private async Task TooManyAsync(IPage page)
    {
        var search = site.Column + "/search?q=" + Uri.EscapeDataString("物业");
        using (var client = new HttpClient())
            for (var asked = 0; asked < 400; asked++)
            {
                using var answer = await client.GetAsync(new Uri(search));
                if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests) break;
            }

        (await page.GotoAsync(search))!.Status.ShouldBe(429);
        site.MoveOn();
    }

    private static async Task PrintedAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures!, "printed.png"), FullPage = true });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>Goes on by Tab until that control has the keyboard, and presses a key there.</summary>
    private static async Task PressAtAsync(IPage page, string name, string? key, string attribute = "")
    {
        for (var stop = 0; stop < 150; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.EvaluateAsync("() => { window.sgsStops = []; }");
            var found = attribute.Length > 0 ? await page.EvaluateAsync<string>($"() => (document.activeElement.getAttribute('{attribute}') || '')") : (await page.EvaluateAsync<string>(Focus)).Split('\n')[0];
            if (found != name && !(found.Length > 8 && name.StartsWith(found, StringComparison.Ordinal))) continue;
            if (key is not null) await page.Keyboard.PressAsync(key);
            return;
        }

        throw new InvalidOperationException($"“{name}” is not reached by Tab.");
    }
}
