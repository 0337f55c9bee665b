using System.Diagnostics;
using System.Net;
using CreditKit.AspNetCore.Hosting;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Calendar;
using CreditKit.Intake;
using CreditKit.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.Benchmarks.Withdrawal;

/// <summary>
/// From the call of a withdrawal until page, lists, search, feeds, sitemap, exports and interface answer without the record,
/// while visitors ask a site on Kestrel. Linked into the tests, which run a few.
/// </summary>
internal static class WithdrawalProof
{
    private const string Root = "/shuanggongshi";
    private const int MostWaiting = 2_000;

    /// <summary>Fills a site, keeps it busy and withdraws.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="records">Records on the column, beside those that are withdrawn.</param>
    /// <param name="withdrawals">How many are withdrawn, one after another.</param>
    /// <param name="perSecond">Requests that arrive a second, whether or not earlier ones are answered.</param>
    /// <param name="warmUp">How long visitors ask before the first withdrawal.</param>
    public static async Task<WithdrawalFigures> RunAsync(string folder, int records, int withdrawals, int perSecond, TimeSpan warmUp)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddShuangGongShi(o =>
        {
            o.DataDirectory = folder;
            o.Agency.Name = "青禾市市场监督管理局";
            o.Agency.CreditCode = Road.AgencyCode;
            o.PublicBaseUrl = new("https://fgw.qinghe.example");
        });
        await using var app = builder.Build();
        app.UseShuangGongShi();
        await app.StartAsync();
        var engine = app.Services.GetRequiredService<EngineHolder>().Engine;
        var ids = Fill(engine, records, withdrawals);
        using var visitors = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new(app.Urls.First()) };

        // Connections of its own: who looks whether it is gone does not stand in the queue of the visitors' client.
        using var client = new HttpClient { BaseAddress = visitors.BaseAddress };
        using var stop = new CancellationTokenSource();
        var load = new Load(visitors, ids, perSecond);
        var running = Task.Run(() => load.RunAsync(stop.Token));
        await Task.Delay(warmUp);
        var intake = app.Services.GetRequiredService<IRecordIntake>();
        List<TimeSpan> calls = [], gone = [], answered = [];
        Dictionary<string, TimeSpan> longest = [];
        var stale = 0;
        load.Measure();
        for (var i = 0; i < withdrawals; i++)
        {
            var id = ids[^(i + 1)];
            var surfaces = Surfaces(engine.Ledger.FindByPublicId(id)!.Record.Value.DocumentNumber!, id);
            foreach (var (path, _) in surfaces)
                if (!await ShowsAsync(client, path, id)) throw new InvalidOperationException($"{path} never showed the record");

            var clock = Stopwatch.StartNew();
            await Task.Run(() => intake.WithdrawAsync(id, WithdrawalGround.Revoked, "复议机关撤销原决定", "benchmark"));
            calls.Add(clock.Elapsed);
            var clean = await Task.WhenAll(surfaces.Select(async s => (s.Name, First: await GoneAsync(client, s.Path, id, clock), Answered: clock.Elapsed)));
            answered.Add(clock.Elapsed);
            gone.Add(clean.Max(c => c.First.Asked));
            stale += clean.Sum(c => c.First.Stale);
            foreach (var (name, _, after) in clean)
                if (after > longest.GetValueOrDefault(name)) longest[name] = after;
            await Task.Delay(100);
        }

        var (rate, served, failed) = load.Read();
        await stop.CancelAsync();
        await running;
        await app.StopAsync();
        calls.Sort();
        gone.Sort();
        answered.Sort();
        return new(withdrawals, gone[^1], gone[gone.Count / 2], answered[^1], answered[answered.Count / 2], calls[^1], calls[calls.Count / 2], longest, stale, rate, served, failed);
    }

    private static string[] Fill(CreditKitEngine engine, int records, int withdrawals)
    {
        var random = new Random(5);
        var today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());
        var all = Enumerable.Range(0, records).Select(n => Road.Record(random, n, today.AddDays(-2 - (n * 300 / records)))).ToList();
        // What is withdrawn stands first in lists and feeds: decided last.
        for (var n = 0; all.Count < records + withdrawals; n++)
            if (Road.Record(random, records + n, today.AddDays(-1)) is AdministrativePenalty { Counterpart.Kind: CounterpartKind.Organization } penalty)
                all.Add(penalty with { Severity = Severity.General, Procedure = PenaltyProcedure.Ordinary, EffectiveDate = null });
        var ids = all.Chunk(1_000).SelectMany(chunk => engine.Ledger.Submit([.. chunk.Select(r => Road.Submission(r))])).Select(r => r.PublicId).ToArray();
        engine.Projector.CatchUp();
        return ids;
    }

    private static (string Path, string Name)[] Surfaces(string number, string id) =>
    [
        ($"{Root}/records/{id}", "page"), ($"{Root}/penalties", "list"), ($"{Root}/search?q={Uri.EscapeDataString(number)}", "search"),
        ($"{Root}/penalties/feed.xml", "RSS"), ($"{Root}/penalties/feed.json", "JSON Feed"), ($"{Root}/sitemap-{ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-1):yyyy-MM}-1.xml", "sitemap"),
        ($"{Root}/data/penalties.csv", "CSV"), ($"{Root}/data/records.jsonl", "JSON Lines"),
        ($"{Root}/api/v1/records/{id}", "API record"), ($"{Root}/api/v1/records?q={Uri.EscapeDataString(number)}", "API search"), ($"{Root}/api/v1/records", "API list"),
    ];

    private static async Task<bool> ShowsAsync(HttpClient client, string path, string id)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        // The notice that stays answers 410 at the record's own address.
        if (response.StatusCode == HttpStatusCode.Gone) return false;
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStringAsync()).Contains(id, StringComparison.Ordinal);
    }

    /// <summary>Asks until the record is gone: when that question was asked, and how many answers before it still had the record.</summary>
    private static async Task<(TimeSpan Asked, int Stale)> GoneAsync(HttpClient client, string path, string id, Stopwatch clock)
    {
        for (var stale = 0; ; stale++)
        {
            var asked = clock.Elapsed;
            if (!await ShowsAsync(client, path, id)) return (asked, stale);
        }
    }

    /// <summary>Visitors: each request starts at its time, whatever the others do.</summary>
    private sealed class Load(HttpClient client, string[] ids, int perSecond)
    {
        private readonly Random _random = new(9);
        private long _served, _failed, _waiting, _servedAt, _failedAt;
        private Stopwatch _clock = Stopwatch.StartNew();

        public async Task RunAsync(CancellationToken stop)
        {
            var clock = Stopwatch.StartNew();
            for (long sent = 0; !stop.IsCancellationRequested;)
            {
                for (var due = (long)(clock.Elapsed.TotalSeconds * perSecond); sent < due; sent++)
                    if (Interlocked.Read(ref _waiting) < MostWaiting) _ = AskAsync(Next());
                    else Interlocked.Increment(ref _failed);
                await Task.Delay(1, CancellationToken.None);
            }

            while (Interlocked.Read(ref _waiting) > 0) await Task.Delay(5, CancellationToken.None);
        }

        public void Measure() => (_servedAt, _failedAt, _clock) = (Interlocked.Read(ref _served), Interlocked.Read(ref _failed), Stopwatch.StartNew());

        public (double Rate, long Served, long Failed) Read()
        {
            var served = Interlocked.Read(ref _served) - _servedAt;
            return (served / _clock.Elapsed.TotalSeconds, served, Interlocked.Read(ref _failed) - _failedAt);
        }

        // Half records, among them those that are withdrawn; lists, searches and feeds; now and then a whole export.
        private string Next() => Root + _random.Next(200) switch
        {
            < 100 => "/records/" + ids[_random.Next(4) == 0 ? ids.Length - 1 - _random.Next(Math.Min(50, ids.Length)) : _random.Next(ids.Length)],
            < 120 => "",
            < 145 => "/penalties",
            < 160 => "/licenses",
            < 180 => "/search?q=" + Uri.EscapeDataString($"青禾第{_random.Next(300)}食品"),
            < 190 => "/api/v1/records",
            < 195 => "/penalties/feed.xml",
            < 199 => "/penalties/feed.json",
            _ => "/data/licenses.csv",
        };

        private async Task AskAsync(string path)
        {
            Interlocked.Increment(ref _waiting);
            try
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
                await response.Content.CopyToAsync(Stream.Null);
                if ((int)response.StatusCode >= 500) Interlocked.Increment(ref _failed);
                else Interlocked.Increment(ref _served);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _failed);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }
    }
}
