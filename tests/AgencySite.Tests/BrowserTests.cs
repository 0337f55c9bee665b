using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AgencySite.Tests;

/// <summary>The column in a real browser, wide and narrow, with and without script.</summary>
[Collection(SiteCollection.Name)]
public sealed class BrowserTests(SiteFixture site) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    [Trait("Requirement", "000-18")]
    public async Task EveryKindOfPage_FitsItsWidth_AndBreaksNoRuleOfAccessibility(int width)
    {
        await using var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Site.BaseAddress!.AbsoluteUri, StringComparison.Ordinal)) faults.Add("external: " + request.Url); };

        foreach (var address in await AddressesAsync(page))
        {
            await page.GotoAsync(address);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{address} scrolls sideways at {width} px");
            var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
            axe.Violations.Select(v => $"{v.Id} {v.Nodes[0].Html}").ShouldBeEmpty(address);
        }

        faults.Where(f => !f.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-12")]
    public async Task Visitor_FindsARecord_WithoutScript()
    {
        await using var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Column + "/penalties");
        var name = (await page.Locator("main table tbody tr a").First.InnerTextAsync()).Trim();

        await page.GotoAsync(site.Column.AbsoluteUri);
        await page.Locator("input[type=search]").First.FillAsync(name[4..Math.Min(name.Length, 10)]);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();

        (await page.Locator("h1, h2").AllInnerTextsAsync()).ShouldContain(h => h.Contains(name, StringComparison.Ordinal));
        (await page.ContentAsync()).ShouldContain("公示期至");
    }

    private async Task<string[]> AddressesAsync(IPage page)
    {
        await page.GotoAsync(site.Column + "/penalties");
        var penalty = await page.Locator("main table tbody tr a").First.GetAttributeAsync("href");
        await page.GotoAsync(site.Column + "/licenses");
        var license = await page.Locator("main table tbody tr a").First.GetAttributeAsync("href");
        var root = site.Site.BaseAddress!.AbsoluteUri.TrimEnd('/');
        return
        [
            site.Column.AbsoluteUri, site.Column + "/licenses", site.Column + "/penalties", site.Column + "/search?q=" + Uri.EscapeDataString("食品"),
            site.Column + "/search?q=" + Uri.EscapeDataString("没有这样的记录"), root + penalty, root + license, site.Column + "/withdrawn", site.Column + "/remedy",
            site.Column + "/about", site.Column + "/data", site.Column + "/data/dictionary", site.Column + "/statistics", site.Column + "/privacy", site.Column + "/lists", site.Column + "/commitments",
            site.Column + "/embed/penalties", site.Column + "/screen?pause=1", site.Column + "/licenses?type=large", site.Column + "/nothing-here",
        ];
    }
}
