using System.Net;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests.Staff;

/// <summary>The crawl of the live column finds what is wrong with it, and nothing where nothing is.</summary>
public sealed class SelfCheckTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 28, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "004-17")]
    public async Task SoundColumn_HasNoFindings()
    {
        await using var host = await HostAsync();
        var result = await CheckAsync(host, (_, _) => { });
        result.Findings.Select(f => f.Text).ShouldBeEmpty();
        result.Pages.ShouldBeGreaterThan(10);
    }

    [Fact]
    [Trait("Requirement", "004-17")]
    public async Task WhatIsMissing_Different_Unmasked_OverdueOrUnreachable_IsFound()
    {
        await using var host = await HostAsync();
        var shown = host.Engine.Ledger.All().Where(r => host.Engine.Query.Find(r.PublicId).Record is not null).Take(3).ToList();
        var hidden = host.Engine.Ledger.All().First(r => host.Engine.Query.Find(r.PublicId).Record is null);
        var result = await CheckAsync(host, (path, answer) =>
        {
            if (path.EndsWith("/about", StringComparison.Ordinal)) answer.StatusCode = HttpStatusCode.InternalServerError;
            if (path.Contains(shown[0].PublicId, StringComparison.Ordinal)) answer.StatusCode = HttpStatusCode.NotFound;
            if (path.Contains(shown[1].PublicId, StringComparison.Ordinal)) Change(answer, t => t.Replace(shown[1].Record.Value.DocumentNumber!, "改过的文号", StringComparison.Ordinal));
            if (path.Contains(shown[2].PublicId, StringComparison.Ordinal)) Change(answer, t => t.Replace("</main>", "身份证号11010519491231002X</main>", StringComparison.Ordinal));
            if (path.Contains(hidden.PublicId, StringComparison.Ordinal)) answer.StatusCode = HttpStatusCode.OK;
            if (path.EndsWith("/licenses", StringComparison.Ordinal)) Change(answer, t => t.Replace("/records/", "/nothing/", StringComparison.Ordinal));
        });
        result.Findings.Select(f => (f.Problem, f.RecordId)).ShouldBe(
        [
            ("unreachable", null), ("empty", null), ("missing", shown[0].PublicId), ("different", shown[1].PublicId), ("unmasked", shown[2].PublicId), ("overdue", hidden.PublicId),
        ], ignoreOrder: true);
        result.Findings.ShouldAllBe(f => !f.Text.Contains("11010519491231002X"));
    }

    private static async Task<StaffHost> HostAsync()
    {
        var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var random = new Random(5);
        host.Engine.Ledger.Submit([.. Enumerable.Range(1, 40).Select(n => Road.Submission(Road.Record(random, n, new DateOnly(2026, 6, 1).AddDays(n % 27))))]);
        host.Engine.Projector.CatchUp();
        return host;
    }

    private static async Task<SelfCheckResult> CheckAsync(StaffHost host, Action<string, HttpResponseMessage> tamper)
    {
        using var client = new HttpClient(new Tampering(tamper) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
        return await new SelfCheck(host.Engine, client, new Uri(host.Address, "/shuanggongshi")).RunAsync(1_000, CancellationToken.None);
    }

    private static void Change(HttpResponseMessage answer, Func<string, string> change)
    {
        var text = answer.Content.ReadAsStringAsync().Result;
        answer.Content = new StringContent(change(text));
    }

    private sealed class Tampering(Action<string, HttpResponseMessage> tamper) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            tamper(request.RequestUri!.AbsolutePath, answer);
            return answer;
        }
    }
}
