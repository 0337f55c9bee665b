using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CreditKit.AspNetCore.Staff;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Records;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CreditKit.AspNetCore.Tests.Staff;

/// <summary>A site with the staff side: Kestrel, a real ledger, and a login that believes a header.</summary>
internal sealed class StaffHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private StaffHost(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
    }

    public CreditKitEngine Engine => _app.Services.GetRequiredService<Hosting.EngineHolder>().Engine;

    public Uri Address => new(_app.Urls.First());

    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/shuanggongshi-admin", StringComparison.Ordinal))];

    public static async Task<StaffHost> StartAsync(TimeProvider clock, Action<ShuangGongShiOptions>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("staff-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddShuangGongShi(o =>
        {
            RoadHost.Set(o, folder);
            o.Cases.Enabled = true;
            configure?.Invoke(o);
        });
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderLogin>("test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("staff", p => p.RequireAuthenticatedUser());
        var app = builder.Build();
        app.UseShuangGongShi();
        app.MapShuangGongShiAdmin("staff");
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>A person with a browser of his own.</summary>
    /// <param name="account">Account; null: nobody.</param>
    /// <param name="roles">Roles with a comma between, e.g. <c>entry,reviewer</c>.</param>
    /// <param name="unit">Unit claim; empty: none.</param>
    public Person As(string? account, string roles = "", string unit = "")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (account is null) return new(client, "");
        client.DefaultRequestHeaders.Add("X-Test-Person", $"{account};{roles};{unit}");
        var (token, cookie) = Forge(HeaderLogin.Principal($"{account};{roles};{unit}")!);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return new(client, token);
    }

    /// <summary>A right token for a person, as a page with a form would carry it: roles are tried apart from tokens.</summary>
    private (string Token, string Cookie) Forge(ClaimsPrincipal principal)
    {
        using var scope = _app.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = principal };
        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(http);
        return (tokens.RequestToken!, $"{scope.ServiceProvider.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name}={tokens.CookieToken}");
    }

    /// <summary>Enters a penalty of an organisation as a clerk would, unreviewed.</summary>
    public string Enter(string actor, string? facts = null, int n = 7)
    {
        var record = Penalty(n);
        return Engine.Entered.SubmitAsync(facts is null ? record : record with { ViolationFacts = facts }, new SourceReference("staff", null, actor)).Result.Id!;
    }

    public static AdministrativePenalty Penalty(int n = 7) =>
        (AdministrativePenalty)Enumerable.Range(0, 200).Select(seed => Road.Record(new Random(seed), n, new DateOnly(2026, 7, 20))).First(r => r is AdministrativePenalty { Counterpart.Kind: CounterpartKind.Organization, Severity: Severity.Serious, PenaltyCategories: ["罚款"], Procedure: PenaltyProcedure.Ordinary });

    /// <summary>A record as the entry form posts it.</summary>
    public static (string, string)[] Form(CreditRecord record, params (string, string)[] more)
    {
        var sheet = new EntrySheet(Standards.StandardEditions.Default.Current, record.Kind);
        return [.. sheet.Write(record).Select((value, i) => (EntrySheet.Name(i), value)), .. more];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal sealed class Person(HttpClient client, string own) : IDisposable
    {
        public HttpClient Client => client;

        public string OwnToken => own;

        public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
        {
            using var response = await client.GetAsync(new Uri("/shuanggongshi-admin" + path, UriKind.Relative));
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public async Task<string> PageAsync(string path)
        {
            var (status, text) = await GetAsync(path);
            status.ShouldBe(HttpStatusCode.OK, $"{path}\n{text[..Math.Min(600, text.Length)]}");
            return text;
        }

        /// <summary>Posts with a right token.</summary>
        public Task<(HttpStatusCode Status, string Text, string Location)> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(path, own, fields);

        /// <summary>Posts with any token, or none.</summary>
        public async Task<(HttpStatusCode Status, string Text, string Location)> SendAsync(string path, string? token, params (string Name, string Value)[] fields)
        {
            var pairs = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
            if (token is not null) pairs.Add(KeyValuePair.Create("__RequestVerificationToken", token));
            using var content = new FormUrlEncodedContent(pairs);
            using var response = await client.PostAsync(new Uri("/shuanggongshi-admin" + path, UriKind.Relative), content);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString ?? "");
        }

        /// <summary>Posts a file with a right token.</summary>
        public async Task<(HttpStatusCode Status, string Text)> UploadAsync(string path, string field, string name, byte[] bytes, params (string Name, string Value)[] fields)
        {
            using var content = new MultipartFormDataContent { { new StringContent(own), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), field, name } };
            foreach (var (key, value) in fields) content.Add(new StringContent(value), key);
            using var response = await client.PostAsync(new Uri("/shuanggongshi-admin" + path, UriKind.Relative), content);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public void Dispose() => client.Dispose();
    }

    private sealed class HeaderLogin(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public static ClaimsPrincipal? Principal(string header)
        {
            if (header.Split(';') is not [{ Length: > 0 } account, var roles, var unit]) return null;
            List<Claim> claims = [new(ClaimTypes.NameIdentifier, account), new(ClaimTypes.Name, account), .. roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => new Claim(ClaimTypes.Role, "creditkit-" + r))];
            if (unit.Length > 0) claims.Add(new("unit", unit));
            return new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
        }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Principal(Request.Headers["X-Test-Person"].ToString()) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name))
            : AuthenticateResult.NoResult());
    }
}
