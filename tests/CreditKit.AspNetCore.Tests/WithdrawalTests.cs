using System.Net;
using System.Net.Sockets;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Benchmarks.Withdrawal;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests;

/// <summary>Withdrawals on a whole site: how soon, and after a crash.</summary>
public sealed class WithdrawalTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-withdrawal").FullName;
    private readonly JoblessClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "000-32")]
    [Trait("Requirement", "003-14")]
    public async Task Withdrawal_IsSeenEverywhere_WithinASecond_WhileVisitorsAsk()
    {
        var run = await WithdrawalProof.RunAsync(_folder, records: 500, withdrawals: 3, perSecond: 200, warmUp: TimeSpan.FromSeconds(1));
        output.WriteLine(run.ToString());
        run.LongestGone.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        run.Stale.ShouldBe(0, "no question asked after the call is answered with the record");
        run.Failed.ShouldBe(0);
    }

    // The second host registers the column after its web server: the order of hosted services must not matter.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "000-32")]
    public async Task CrashBetweenLedgerAndProjection_IsHealedBeforeTheFirstAnswer(bool serverFirst)
    {
        string gone, kept;
        await using (var host = await RoadHost.StartAsync(_folder, _clock))
        {
            var results = host.Engine.Ledger.Submit([Road.Submission(Penalty(1)), Road.Submission(Penalty(2))]);
            host.Engine.Projector.CatchUp();
            (gone, kept) = (results[0].PublicId, results[1].PublicId);
            (await host.StatusAsync("/records/" + gone)).ShouldBe(HttpStatusCode.OK);
        }

        // The process dies after the ledger's commit, in the middle of an import, so that there is much to catch up.
        using (var dying = CreditKitEngine.Open(new CreditKitOptions { DataDirectory = _folder }, _clock))
        {
            dying.Ledger.Submit([.. Enumerable.Range(3, 1_500).Select(n => Road.Submission(Penalty(n)))]);
            dying.Ledger.Withdraw(new Withdrawal(dying.Ledger.FindByPublicId(gone)!.Id, WithdrawalGround.Revoked, "复议机关撤销原决定", "tester")).ShouldBeTrue();
            dying.Query.Find(gone).Record.ShouldNotBeNull("public.db still has it");
        }

        var port = FreePort();
        using var visitor = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var first = Task.Run(() => FirstAnswerAsync(visitor, "/shuanggongshi/records/" + gone));
        using var site = serverFirst ? ServerFirst(port) : ServicesFirst(port);
        await site.StartAsync();
        (await first).ShouldBe(HttpStatusCode.Gone);
        (await visitor.GetStringAsync(new Uri("/shuanggongshi/data/records.jsonl", UriKind.Relative))).ShouldNotContain(gone);
        (await visitor.GetAsync(new Uri("/shuanggongshi/records/" + kept, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await site.StopAsync();
    }

    // As an impatient visitor at a port on which nobody listens yet: the very first answer counts.
    private static async Task<HttpStatusCode> FirstAnswerAsync(HttpClient visitor, string path)
    {
        while (true)
        {
            try
            {
                using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
                return response.StatusCode;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Yield();
            }
        }
    }

    private WebApplication ServicesFirst(int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddShuangGongShi(o => RoadHost.Set(o, _folder));
        var app = builder.Build();
        app.UseShuangGongShi();
        return app;
    }

    private IHost ServerFirst(int port) => Host.CreateDefaultBuilder()
        .ConfigureLogging(l => l.ClearProviders())
        .ConfigureWebHostDefaults(web => web.UseUrls($"http://127.0.0.1:{port}").Configure(app => app.UseShuangGongShi()))
        .ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.AddShuangGongShi(o => RoadHost.Set(o, _folder));
        })
        .Build();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private AdministrativePenalty Penalty(int n) => new()
    {
        Counterpart = new Counterpart { Kind = CounterpartKind.Organization, Name = $"青禾第{n}食品有限公司", UnifiedSocialCreditCode = Road.Code("91", n) },
        DocumentNumber = $"青市监罚〔2026〕{n}号",
        DecisionDate = ChinaTime.DateOf(_clock.Now).AddDays(-5),
        DecidingAuthority = new Authority("青禾市市场监督管理局", Road.AgencyCode),
        DataSource = new Authority("青禾市市场监督管理局", Road.AgencyCode),
        ViolationType = "销售超过保质期的食品",
        PenaltyCategories = ["罚款"],
        FineAmount = 20_000m,
        Severity = Severity.General,
    };
}
