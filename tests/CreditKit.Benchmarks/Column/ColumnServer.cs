using System.Diagnostics;
using System.Globalization;
using CreditKit.Benchmarks.Column.Rival;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace CreditKit.Benchmarks.Column;

/// <summary>A site in a process of its own: the bare endpoint, the column with or without its cache, or the rival.</summary>
internal sealed class ColumnServer : IDisposable
{
    private readonly Process _process;

    private ColumnServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first whole page.</summary>
    public TimeSpan FirstPage { get; private init; }

    /// <summary>Resident memory now and at its highest.</summary>
    public (long Now, long Peak) Memory
    {
        get
        {
            var status = File.ReadAllLines($"/proc/{_process.Id}/status");
            long Of(string name) => long.Parse(status.First(l => l.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) << 10;
            return (Of("VmRSS:"), Of("VmHWM:"));
        }
    }

    /// <summary>Processor time so far, user and system.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a site of a kind over a folder and waits for its first page.</summary>
    public static ColumnServer Start(string kind, string folder, string firstPath)
    {
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(ColumnServer).Assembly.Location, "column-server", kind, folder]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the site “{kind}” did not start");
        var address = new Uri(line);
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            using var response = client.GetAsync(new Uri(firstPath, UriKind.Relative)).GetAwaiter().GetResult();
            if (response.IsSuccessStatusCode) break;
            if (watch.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException($"the site “{kind}” answers {(int)response.StatusCode}");
            Thread.Sleep(20);
        }

        return new ColumnServer(process, address) { FirstPage = watch.Elapsed };
    }

    /// <summary>The verb of the child.</summary>
    public static int Serve(string kind, string folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (kind is "column" or "uncached")
        {
            builder.Services.AddShuangGongShi(o =>
            {
                o.DataDirectory = folder;
                o.Agency.Name = "云州市市场监督管理局";
                if (kind == "uncached") o.PageCacheBytes = 0;
            });
        }
        else if (kind == "rival")
        {
            builder.Services.AddRazorPages(o => o.RootDirectory = "/Column/Rival");
            builder.Services.AddDbContextPool<RivalContext>(o => o.UseSqlite($"Data Source={Path.Combine(folder, "rival.db")}"));
        }

        var app = builder.Build();
        if (kind is "column" or "uncached") app.UseShuangGongShi();
        else if (kind == "rival") app.MapRazorPages();
        else Bare(app, folder);
        app.StartAsync().GetAwaiter().GetResult();
        Console.WriteLine(app.Urls.First());
        Console.In.ReadToEnd();
        app.StopAsync().GetAwaiter().GetResult();
        app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return 0;
    }

    // No routing, no services: a path is a number, and its bytes, headers included, are in memory.
    private static void Bare(WebApplication app, string folder)
    {
        var bodies = Directory.GetFiles(folder, "*.body").ToDictionary(f => "/" + Path.GetFileNameWithoutExtension(f), f =>
        {
            static KeyValuePair<string, StringValues>[] Headers(string path) =>
                [.. File.ReadAllLines(path).Select(l => KeyValuePair.Create(l[..l.IndexOf(':', StringComparison.Ordinal)], new StringValues(l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..])))];
            return (Bytes: File.ReadAllBytes(f), Headers: Headers(Path.ChangeExtension(f, ".head")), Known: Headers(Path.ChangeExtension(f, ".304")));
        });
        app.Run(http =>
        {
            var (bytes, headers, known) = bodies[http.Request.Path.Value!];
            var response = http.Response;
            if (http.Request.Headers.IfNoneMatch.Count > 0)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                foreach (var header in known) response.Headers.Append(header.Key, header.Value);
                return Task.CompletedTask;
            }

            foreach (var header in headers) response.Headers.Append(header.Key, header.Value);
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes).AsTask();
        });
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(10_000)) _process.Kill();
        _process.Dispose();
    }
}
