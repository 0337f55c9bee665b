using System.Net;
using System.Net.Sockets;
using CreditKit;
using CreditKit.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using ProvincialPortal;

namespace AgencySite.Tests.Staff;

/// <summary>An agency's site with the sample's login and the staff side, its portal, a browser, and a clock that can be moved.</summary>
internal sealed class StaffSite : IAsyncDisposable
{
    public const string Code = "11339700MB2401975W";

    private readonly string _folder = Directory.CreateTempSubdirectory("staff-site-").FullName;
    private readonly Dictionary<string, IBrowserContext> _people = [];
    private WebApplication _app = null!;
    private WebApplication _portal = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    private StaffSite(DateTimeOffset start) => Clock = new(start);

    public MovableClock Clock { get; }

    public string Data => Path.Combine(_folder, "data");

    public string Root => _app.Urls.First().TrimEnd('/');

    public string Column => Root + "/shuanggongshi";

    public string Admin => Root + "/shuanggongshi-admin";

    public string Portal { get; private set; } = "";

    public IServiceProvider Services => _app.Services;

    /// <summary>Errors that any page reported.</summary>
    public List<string> Faults { get; } = [];

    /// <param name="start">Now.</param>
    /// <param name="unknownSubject">Code of a company that the portal does not know: it refuses its rows.</param>
    public static async Task<StaffSite> StartAsync(DateTimeOffset start, string? unknownSubject = null)
    {
        var site = new StaffSite(start);
        await site.StartAsync(unknownSubject);
        return site;
    }

    /// <summary>The engine over the same data, as another process opens it.</summary>
    public CreditKitEngine OpenEngine()
    {
        var options = new CreditKitOptions();
        Set(options);
        return CreditKitEngine.Open(options, Clock);
    }

    /// <summary>A page in a browser of one's own; with an account, signed in through the sample's login page.</summary>
    public async Task<IPage> PageAsync(string? account, int width = 1280)
    {
        if (_people.Remove(account ?? "", out var before)) await before.DisposeAsync();
        var context = _people[account ?? ""] = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, Locale = "zh-CN" });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) Faults.Add(message.Text);
        };
        if (account is null) return page;
        await page.GotoAsync(Admin);
        await page.Locator($"button[value={account}]").ClickAsync();
        await page.WaitForURLAsync(Admin + "**");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) await person.DisposeAsync();
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _portal.StopAsync();
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(string? unknownSubject)
    {
        var port = FreePort();
        Portal = $"http://127.0.0.1:{port}";
        _portal = ProvincialPortalApp.Build([], portal =>
        {
            portal.Port = port;
            portal.Token = "loopback-story-71c04d52";
            if (unknownSubject is not null) portal.UnknownSubjects.Add(unknownSubject);
            portal.Database = Path.Combine(_folder, "portal", "portal.db");
        });
        await _portal.StartAsync();

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = _folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddShuangGongShi(Set);
        builder.Services.AddDemonstrationLogin();
        builder.Services.AddAuthorizationBuilder().AddPolicy("CreditKitAdmin", p => p.RequireAuthenticatedUser());
        _app = builder.Build();
        _app.UseShuangGongShi();
        _app.MapShuangGongShiAdmin("CreditKitAdmin");
        _app.MapDemonstrationLogin();
        await _app.StartAsync();

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    private void Set(CreditKitOptions options)
    {
        options.DataDirectory = Data;
        options.Agency.Name = "云州市市场监督管理局";
        options.Agency.CreditCode = Code;
        options.Cases.Enabled = true;
        options.Cases.RepairForm = true;
        options.Staff.SignOutPath = "/logout";
        options.Staff.Units.Add(new StaffUnit { Name = "云州市市场监督管理局", CreditCode = Code, Leader = "云一鸣", Liaison = "云二川", Reporter = "白报送", ReporterSince = new DateOnly(2026, 1, 5), Phone = "0000-8012346" });
        options.Channels["province"] = new ChannelOptions { Type = "portal-api", BaseAddress = new Uri(Portal), Token = "loopback-story-71c04d52", ShortestWait = TimeSpan.FromMilliseconds(100) };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
