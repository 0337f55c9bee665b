using System.Net;
using CreditKit.Publication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>A real host on Kestrel, on a free loopback port, with the column in it.</summary>
internal sealed class ColumnHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ColumnHost(WebApplication app, FakePublicQuery query, FakeClock clock)
    {
        _app = app;
        Query = query;
        Clock = clock;
        Address = new(app.Urls.First());
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public FakePublicQuery Query { get; }

    public FakeClock Clock { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ColumnHost> StartAsync(
        Action<ShuangGongShiOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? before = null,
        Action<WebApplication>? after = null,
        IEnumerable<Desensitization.PublicRecord>? records = null,
        string address = "http://127.0.0.1:0")
    {
        var clock = new FakeClock(Invented.Now);
        var query = new FakePublicQuery(records ?? Invented.Records(), clock);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IPublicQuery>(query);
        builder.Services.Configure<ShuangGongShiOptions>(o =>
        {
            o.Agency.Name = "青禾市发展和改革委员会";
            o.Agency.CreditCode = "11000000000000000X";
            o.Agency.Address = "青禾市云岭区人民路 1 号";
            o.Agency.Phone = "0000-1234567";
            o.Agency.Hours = "工作日 9:00 至 17:00";
            o.Site.Name = "青禾市发展和改革委员会";
            o.Site.Domain = "fgw.qinghe.example";
            o.Site.IdCode = "0000000001";
            o.DefaultRemedy = "不服决定的，可以依法申请行政复议或者提起行政诉讼。";
            options?.Invoke(o);
        });
        builder.Services.AddColumn();
        services?.Invoke(builder);
        var app = builder.Build();
        before?.Invoke(app);
        ColumnEndpoints.Map(app, app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ShuangGongShiOptions>>().Value.RoutePrefix);
        after?.Invoke(app);
        await app.StartAsync();
        return new(app, query, clock);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> TextAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, $"{path}\n{text[..Math.Min(500, text.Length)]}");
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
