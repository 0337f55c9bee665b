using System.Net;
using AngleSharp.Html.Parser;
using CreditKit.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The column in every kind of site it may be added to; every page answers and every link leads somewhere.</summary>
public class HostZooTests
{
    public static TheoryData<string> Hosts => [.. Zoo.Keys];

    private static readonly Dictionary<string, (string Base, string Prefix, Action<WebApplicationBuilder>? Services, Action<WebApplication>? Before, Action<WebApplication>? After)> Zoo = new()
    {
        ["plain"] = ("", "/shuanggongshi", null, null, null),
        ["path base"] = ("/portal", "/shuanggongshi", null, a => { a.UsePathBase("/portal"); a.UseRouting(); }, null),
        ["deep prefix"] = ("", "/zwgk/xinyong/sgs", null, null, null),
        ["path base and deep prefix"] = ("/a/b", "/c/d", null, a => { a.UsePathBase("/a/b"); a.UseRouting(); }, null),
        ["fallback policy"] = ("", "/shuanggongshi", b =>
        {
            b.Services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, Nobody>("none", null);
            b.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }, a => { a.UseAuthentication(); a.UseAuthorization(); }, a => a.MapGet("/secret", () => "secret")),
        ["single page application"] = ("", "/shuanggongshi", null, null, a => a.MapFallback(() => Results.Content("<p>spa</p>", "text/html"))),
        ["controllers and minimal APIs"] = ("", "/shuanggongshi", b => b.Services.AddControllersWithViews(), null, a =>
        {
            a.MapDefaultControllerRoute();
            a.MapGet("/{page}", (string page) => page);
        }),
        ["behind a proxy"] = ("/front", "/shuanggongshi", null, a =>
        {
            a.Use((http, next) => { http.Request.Headers["X-Forwarded-Prefix"] = "/front"; http.Request.Headers["X-Forwarded-Proto"] = "https"; http.Request.Path = http.Request.Path.StartsWithSegments("/front", out var rest) ? rest : http.Request.Path; return next(); });
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };
            a.UseForwardedHeaders(forwarded);
            a.UseRouting();
        }, null),
        ["host compresses and shows status pages"] = ("", "/shuanggongshi", b => b.Services.AddResponseCompression(o => o.EnableForHttps = true), a => { a.UseResponseCompression(); a.UseStatusCodePages(); }, null),
    };

    [Theory]
    [MemberData(nameof(Hosts))]
    [Trait("Requirement", "000-17")]
    public async Task EveryLink_LeadsSomewhere_UnderThePrefix(string name)
    {
        var (root, prefix, services, before, after) = Zoo[name];
        await using var host = await ColumnHost.StartAsync(o => o.RoutePrefix = prefix, services, before, after, Invented.Records(8, 24));
        var home = root + prefix;
        var seen = new HashSet<string>();
        var queue = new Queue<string>([home, home + "/search?q=食品", home + "?type=large", home + "/nothing"]);
        var parser = new HtmlParser();
        while (queue.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            seen.Count.ShouldBeLessThan(1500);
            using var response = await host.GetAsync(path);
            response.StatusCode.ShouldBe(path.EndsWith("/nothing") ? HttpStatusCode.NotFound : HttpStatusCode.OK, path);
            if (response.Content.Headers.ContentType!.MediaType != "text/html") continue;
            var document = parser.ParseDocument(await response.Content.ReadAsStringAsync());
            foreach (var link in document.All.SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("src"), e.GetAttribute("action") }).OfType<string>())
            {
                if (link.StartsWith('#') || link == root + "/") continue;
                link.ShouldStartWith(home, Case.Sensitive, $"on {path}");
                link.ShouldNotContain("//");
                var target = link.Split('#')[0];
                // Every page in large type once over is the same graph again.
                if (target.Contains("type=large", StringComparison.Ordinal) && !path.Contains("type=large", StringComparison.Ordinal)) continue;
                if (path.Contains("type=large", StringComparison.Ordinal) && path != home + "?type=large") continue;
                queue.Enqueue(target);
            }
        }

        seen.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task FallbackPolicy_StillGuardsTheRest()
    {
        var (_, _, services, before, after) = Zoo["fallback policy"];
        await using var host = await ColumnHost.StartAsync(null, services, before, after);
        (await host.GetAsync("/secret")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.GetAsync("/shuanggongshi")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SinglePageApplication_KeepsItsOwnAddresses()
    {
        var (_, _, services, before, after) = Zoo["single page application"];
        await using var host = await ColumnHost.StartAsync(null, services, before, after);
        (await host.TextAsync("/anything")).ShouldBe("<p>spa</p>");
        await host.TextAsync("/shuanggongshi/anything", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("shuanggongshi")]
    [InlineData("/shuanggongshi/")]
    [InlineData("/{id}")]
    public async Task UnusablePrefix_IsRefusedAtStart(string prefix)
    {
        var thrown = await Should.ThrowAsync<CreditKitException>(() => ColumnHost.StartAsync(o => o.RoutePrefix = prefix));
        thrown.Code.ShouldBe("CK1604");
    }

    private sealed class Nobody(Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options, Microsoft.Extensions.Logging.ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
