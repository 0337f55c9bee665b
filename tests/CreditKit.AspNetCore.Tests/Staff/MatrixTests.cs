using System.Net;
using CreditKit.AspNetCore.Staff;
using CreditKit.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CreditKit.AspNetCore.Tests.Staff;

/// <summary>Every role and the anonymous visitor at every endpoint, as this table documents it.</summary>
public sealed class MatrixTests
{
    private const string Readers = "entry reviewer confidentiality publisher reporter auditor";
    private static readonly string[] s_roles = ["entry", "reviewer", "confidentiality", "publisher", "reporter", "auditor", "administrator"];

    private static readonly Dictionary<string, string> s_documented = new()
    {
        ["GET /"] = Readers + " administrator",
        ["GET /people"] = Readers + " administrator",
        ["POST /people"] = "reporter administrator",
        ["GET /assets/{hash}/{name}"] = Readers + " administrator",
        ["GET /{**rest}"] = Readers + " administrator",
        ["POST /nil"] = "reviewer reporter",
        ["GET /entry"] = "entry",
        ["POST /entry/drafts/{draft}"] = "entry",
        ["GET /entry/license"] = "entry",
        ["POST /entry/license"] = "entry",
        ["GET /entry/penalty"] = "entry",
        ["POST /entry/penalty"] = "entry",
        ["GET /entry/act"] = "entry",
        ["POST /entry/act"] = "entry",
        ["POST /records/{id}/edit"] = "entry",
        ["GET /import"] = "entry",
        ["POST /import"] = "entry",
        ["GET /import/{file}"] = "entry",
        ["POST /import/{file}"] = "entry",
        ["GET /records"] = Readers,
        ["GET /records/{id}"] = Readers,
        ["GET /records/{id}/revisions"] = Readers,
        ["POST /records/{id}/withdraw"] = "reviewer publisher",
        ["POST /records/{id}/mark"] = "reviewer",
        ["POST /records/{id}/letters"] = "entry reviewer confidentiality publisher",
        ["GET /review"] = "reviewer confidentiality publisher auditor",
        ["GET /review/{id}"] = "reviewer confidentiality publisher auditor",
        ["POST /review/{id}"] = "reviewer confidentiality publisher",
        ["GET /attachments"] = "reviewer confidentiality publisher auditor",
        ["POST /records/{id}/attachments"] = "entry",
        ["POST /attachments/{attachment}"] = "entry reviewer confidentiality publisher",
        ["GET /corrections"] = "reviewer auditor",
        ["GET /corrections/{draft}"] = "reviewer auditor",
        ["POST /corrections/{draft}"] = "reviewer",
        ["GET /cases"] = "entry reviewer auditor",
        ["GET /cases/new"] = "entry reviewer",
        ["POST /cases/new"] = "entry reviewer",
        ["GET /cases/{number}"] = "entry reviewer auditor",
        ["POST /cases/{number}"] = "entry reviewer",
        ["GET /reporting"] = "reporter auditor administrator",
        ["POST /reporting/channels/{channel}"] = "reporter",
        ["POST /reporting/entries/{entry}"] = "reporter",
        ["POST /reporting/drift/{channel}"] = "reporter",
        ["GET /reporting/files/{channel}"] = "reporter",
        ["POST /reporting/files/{channel}"] = "reporter",
        ["GET /assessment"] = Readers,
        ["GET /assessment/records"] = Readers,
        ["GET /assessment/evidence.zip"] = Readers,
        ["GET /assessment/statement.csv"] = "reviewer reporter auditor",
        ["GET /audit"] = "auditor",
        ["GET /audit/export.csv"] = "auditor",
        ["POST /audit/verify"] = "auditor",
        ["GET /audit/access"] = "auditor",
        ["POST /audit/access"] = "auditor",
    };

    [Fact]
    [Trait("Requirement", "000-41")]
    [Trait("Requirement", "002-22")]
    public async Task EveryRole_AtEveryEndpoint_IsAllowedOrRefusedAsDocumented()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero)));
        var endpoints = Endpoints(host);
        endpoints.Order().ShouldBe(s_documented.Keys.Order());
        using var nobody = host.As(null);
        using var stranger = host.As("stranger");
        foreach (var endpoint in endpoints)
        {
            (await AskAsync(nobody, endpoint)).ShouldBe(HttpStatusCode.Unauthorized, endpoint);
            (await AskAsync(stranger, endpoint)).ShouldBe(endpoint.Contains("/assets/", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, endpoint);
        }

        foreach (var role in s_roles)
        {
            using var person = host.As(role, role);
            foreach (var endpoint in endpoints)
            {
                var status = await AskAsync(person, endpoint);
                if (endpoint.Contains("/assets/", StringComparison.Ordinal)) continue;
                if (!s_documented[endpoint].Split(' ').Contains(role)) status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {endpoint}");
                else ((int)status).ShouldBeOneOf([200, 303, 404, 409, 422], $"{role} {endpoint}");
            }
        }
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task EveryPost_WithoutOrWithAForeignToken_IsRefused()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero)));
        foreach (var endpoint in Endpoints(host).Where(e => e.StartsWith("POST", StringComparison.Ordinal)))
        {
            var role = s_documented[endpoint].Split(' ')[0];
            using var person = host.As("one", role);
            using var other = host.As("two", role);
            (await person.SendAsync(Path(endpoint), null, ("do", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest, endpoint + " without a token");
            (await person.SendAsync(Path(endpoint), "CfDJ8" + new string('A', 140), ("do", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest, endpoint + " with a forged token");
            (await person.SendAsync(Path(endpoint), other.OwnToken, ("do", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest, endpoint + " with another's token");
        }
    }

    [Fact]
    [Trait("Requirement", "000-39")]
    public async Task Pages_AreNeverCached_NorFramed_AndRunNoInlineScript()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero)));
        using var person = host.As("a", "entry");
        using var response = await person.Client.GetAsync(new Uri("/shuanggongshi-admin/entry/penalty", UriKind.Relative));
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldNotContain(" style=");
        text.ShouldNotContain("<script>");
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task Auditor_WithAnotherRole_DoesNotAudit()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero)));
        using var both = host.As("a", "administrator,auditor");
        (await both.GetAsync("/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await both.PageAsync("/")).ShouldContain("审计职责没有生效");
    }

    private static List<string> Endpoints(StaffHost host) => [.. host.Endpoints.Select(e => (e.Metadata.GetMetadata<StaffEndpoint>()!.Writes ? "POST " : "GET ") + Pattern(e)).Distinct()];

    private static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!["/shuanggongshi-admin".Length..] is { Length: > 0 } rest ? rest : "/";

    private static string Path(string endpoint) => endpoint[(endpoint.IndexOf(' ') + 1)..].Replace("{**rest}", "nowhere").Replace("{id}", "aaaaaaaaaaaaaaaaaaaaaa").Replace("{draft}", "aaaa").Replace("{attachment}", "aaaaaaaaaaaaaaaaaaaaaa").Replace("{number}", "YY20260701-123456")
        .Replace("{channel}", "province").Replace("{entry}", "1").Replace("{file}", "aaaaaaaaaaaaaaaaaaaaaaaa").Replace("{hash}", "0").Replace("{name}", "x.css");

    private static async Task<HttpStatusCode> AskAsync(StaffHost.Person person, string endpoint) =>
        endpoint.StartsWith("GET", StringComparison.Ordinal) ? (await person.GetAsync(Path(endpoint))).Status : (await person.PostAsync(Path(endpoint), ("do", "x"))).Status;
}
