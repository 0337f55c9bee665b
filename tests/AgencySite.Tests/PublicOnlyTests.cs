using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CreditKit;
using CreditKit.Intake;
using CreditKit.Ledger.Access;
using CreditKit.Review.Attachments;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;

namespace AgencySite.Tests;

/// <summary>The column on a machine of its own: a second real process that has snapshots and no ledger at all.</summary>
public sealed class PublicOnlyTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("public-only-").FullName;
    private Process? _process;

    private string Inside => Path.Combine(_root, "inside");

    private string Outside => Path.Combine(_root, "outside");

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    [Trait("Requirement", "000-39")]
    public async Task Column_OnAnotherMachine_HoldsNoLedger_AndFollowsTheNextSnapshot()
    {
        var options = new CreditKitOptions { DataDirectory = Inside };
        using var engine = CreditKitEngine.Open(options, TimeProvider.System);
        engine.Projector.CatchUp();
        var source = Path.Combine(AppContext.BaseDirectory, "SampleData");
        await engine.Files.ImportAsync(Path.Combine(source, "licences.csv"), null, "tester");
        var row = engine.Query.List(new(), null, 1).Rows[0];
        var attachment = (await engine.Attachments.AddAsync(row.Id, new MemoryStream(Picture), new AttachmentSource("录入员"))).Id;
        engine.Attachments.Open(attachment, new AccessRequest("审查员", "公开前审查"));
        engine.Attachments.Release(attachment, "审查员").ShouldBeTrue();
        Directory.CreateDirectory(Outside);
        SnapshotShipper.Ship(options.PublicPath, Path.Combine(Outside, "public.db")).ShouldBeGreaterThan(0);

        using var client = Start();
        var page = new Uri($"shuanggongshi/records/{row.Id}", UriKind.Relative);
        await WaitAsync(async () => (await client.GetAsync(page)).StatusCode == HttpStatusCode.OK);
        (await client.GetStringAsync(page)).ShouldContain(row.DocumentNumber);
        (await client.GetAsync(new Uri("shuanggongshi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var picture = new Uri($"shuanggongshi/records/{row.Id}/files/{attachment}/1.png", UriKind.Relative);
        (await client.GetByteArrayAsync(picture)).ShouldBe(Picture);
        NoLedger();

        await engine.Intake.WithdrawAsync(row.Id, WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");
        SnapshotShipper.Ship(options.PublicPath, Path.Combine(Outside, "public.db"));
        await WaitAsync(async () => (await client.GetAsync(page)).StatusCode == HttpStatusCode.Gone);
        (await client.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        NoLedger();
    }

    // A PNG of nothing but a picture.
    private static byte[] Picture =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 3, .. "IDAT"u8, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0,
    ];

    // What the process has open, as the system tells; and what it made on disk.
    private void NoLedger()
    {
        Directory.EnumerateFiles(Outside, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldAllBe(name => !name!.Contains("ledger") && !name.EndsWith(".key"));
        if (!OperatingSystem.IsLinux()) return;
        var open = Directory.EnumerateFileSystemEntries($"/proc/{_process!.Id}/fd").Select(f => new FileInfo(f).LinkTarget ?? "").Where(t => t.StartsWith(_root, StringComparison.Ordinal)).ToList();
        open.ShouldContain(t => t.EndsWith("public.db", StringComparison.Ordinal) || t.EndsWith("public.db (deleted)", StringComparison.Ordinal));
        open.ShouldAllBe(t => !t.Contains("ledger") && !t.StartsWith(Inside, StringComparison.Ordinal));
    }

    private HttpClient Start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Outside };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "AgencySite.dll"), "--Urls", $"http://127.0.0.1:{port}",
            "--ShuangGongShi:DataDirectory", Outside, "--ShuangGongShi:PublicOnly", "true",
        }) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    private async Task WaitAsync(Func<Task<bool>> done)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await done()) return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            _process!.HasExited.ShouldBeFalse();
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(100);
        }
    }
}
