using System.Net;
using CreditKit.Publication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>A site as an agency has it: Kestrel, the registered services, a real ledger, the real law, the cache on.</summary>
internal sealed class RoadHost : IAsyncDisposable
{
    public static readonly Uri Public = new("https://fgw.qinghe.example");
    private readonly WebApplication _app;

    private RoadHost(WebApplication app)
    {
        _app = app;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public CreditKitEngine Engine => _app.Services.GetRequiredService<Hosting.EngineHolder>().Engine;

    public static async Task<RoadHost> StartAsync(string folder, TimeProvider clock, Action<ShuangGongShiOptions>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddShuangGongShi(o =>
        {
            Set(o, folder);
            more?.Invoke(o);
        });
        var app = builder.Build();
        app.UseShuangGongShi();
        await app.StartAsync();
        return new(app);
    }

    public static void Set(ShuangGongShiOptions options, string folder)
    {
        options.DataDirectory = folder;
        options.Agency.Name = "青禾市市场监督管理局";
        options.Agency.CreditCode = Road.AgencyCode;
        options.PublicBaseUrl = Public;
        options.PageSize = 100;
    }

    public async Task<string> TextAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri("/shuanggongshi" + path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, $"{path}\n{text[..Math.Min(400, text.Length)]}");
        return text;
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri("/shuanggongshi" + path, UriKind.Relative));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A clock under which nothing happens by itself: its timers never fire, so no job of the host ever runs.</summary>
internal sealed class JoblessClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
