using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CreditKit;

namespace AgencySite.Tests;

/// <summary>
/// The sample as a user starts it, in a process of its own over a data folder of its own: column, portal, import, reports.
/// </summary>
public sealed class SiteFixture : IAsyncLifetime, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("agency-site-").FullName;
    private Process? _process;

    public HttpClient Site { get; private set; } = null!;

    public HttpClient Portal { get; private set; } = null!;

    /// <summary>The column, e.g. <c>http://127.0.0.1:40123/shuanggongshi</c>.</summary>
    public Uri Column { get; private set; } = null!;

    /// <summary>The data folder of the running site.</summary>
    public string Data => Path.Combine(_root, "shuanggongshi");

    /// <summary>What the process printed.</summary>
    public List<string> Log { get; } = [];

    public async Task InitializeAsync()
    {
        var (site, portal) = (FreePort(), FreePort());
        Directory.CreateDirectory(Data);
        var source = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "samples", "AgencySite");
        File.Copy(Path.Combine(source, "App_Data", "shuanggongshi", "shuanggongshi.json"), Path.Combine(Data, "shuanggongshi.json"));

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = source };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "AgencySite.dll"),
            "--Urls", $"http://127.0.0.1:{site}",
            "--ShuangGongShi:DataDirectory", Data,
            "--ShuangGongShi:Channels:province:BaseAddress", $"http://127.0.0.1:{portal}",
        }) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        Column = new Uri($"http://127.0.0.1:{site}/shuanggongshi");
        Site = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site}/") };
        Portal = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{portal}/") };
        await WaitAsync(async () => (await Site.GetAsync(Column)).StatusCode == HttpStatusCode.OK, TimeSpan.FromSeconds(90), "the column does not answer");
    }

    /// <summary>The engine over the running site's data, as the command line opens it.</summary>
    internal CreditKitEngine OpenEngine() => CreditKitEngine.Open(SettingsFile.Load(Data), TimeProvider.System);

    /// <summary>What the portal holds; one element per live record.</summary>
    public async Task<JsonElement[]> ReceivedAsync() =>
        JsonDocument.Parse(await Portal.GetStringAsync("received")).RootElement.EnumerateArray().ToArray();

    /// <summary>Asks until the answer is yes; a test waits for an effect, never for a time.</summary>
    public async Task WaitAsync(Func<Task<bool>> done, TimeSpan atMost, string what)
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

            if (_process is { HasExited: true }) throw new InvalidOperationException($"{what}: the site ended.\n{string.Join('\n', Log)}");
            if (watch.Elapsed > atMost) throw new TimeoutException($"{what} after {atMost}.\n{string.Join('\n', Log)}");
            await Task.Delay(100);
        }
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
        Site?.Dispose();
        Portal?.Dispose();
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            lock (Log) Log.Add(text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
