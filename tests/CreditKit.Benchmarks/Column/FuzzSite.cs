using System.Diagnostics;
using CreditKit.AspNetCore;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.Benchmarks.Column;

/// <summary>A whole site, forms open, for the random requests.</summary>
internal static class FuzzSite
{
    /// <summary>Exit code 0: nothing was wrong.</summary>
    public static async Task<int> RunAsync(int requests, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-fuzz-");
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddShuangGongShi(o =>
            {
                o.DataDirectory = folder.FullName;
                o.Agency.Name = "青禾市市场监督管理局";
                o.Agency.CreditCode = Road.AgencyCode;
                o.PublicBaseUrl = new("https://www.qinghe.example");
                o.Cases.Enabled = o.Cases.RepairForm = true;
            });
            await using var app = builder.Build();
            app.UseShuangGongShi();
            await app.StartAsync();
            var engine = app.Services.GetRequiredService<AspNetCore.Hosting.EngineHolder>().Engine;
            var random = new Random(seed);
            var today = Calendar.ChinaTime.DateOf(TimeProvider.System.GetUtcNow());
            engine.Ledger.Submit([.. Enumerable.Range(0, 300).Select(n => Road.Submission(Road.Record(random, n, today.AddDays(-2 - n))))]);
            engine.Projector.CatchUp();

            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
            var clock = Stopwatch.StartNew();
            var faults = await FuzzProof.RunAsync(client, "/shuanggongshi", requests, seed);
            foreach (var fault in faults) Console.WriteLine(fault);
            using var after = await client.GetAsync(new Uri("/shuanggongshi", UriKind.Relative));
            Console.WriteLine($"fuzz, seed {seed}: {requests:N0} requests in {clock.Elapsed.TotalSeconds:F0} s, {faults.Count} wrong; the front page afterwards {(int)after.StatusCode}");
            return faults.Count == 0 && after.IsSuccessStatusCode ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
