using Microsoft.Playwright;

namespace AgencySite.Tests;

/// <summary>The sample in a real browser. Every page of the column: <see cref="Visitors.VisitorPagesTests"/>.</summary>
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
}
