using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CreditKit.Tests.Support;

/// <summary>A real PostgreSQL server of a test's own on loopback, as its own user, removed afterwards.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string folder, int port) => (_folder, _port) = (folder, port);

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=creditkit;Database=postgres;Pooling=false";

    /// <summary>Why there can be no server here; null when there can.</summary>
    public static string? Absent { get; } = Binaries is null ? "PostgreSQL (initdb, pg_ctl) is not installed on this machine"
        : Environment.UserName == "root" && !File.Exists("/usr/sbin/runuser") ? "PostgreSQL does not run as root, and there is no runuser" : null;

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
        : null;

    public static PostgresServer Start()
    {
        var folder = Run("mktemp", "-d", "/tmp/creditkit-pg-XXXXXX").Trim();
        Run(Path.Combine(Binaries!, "initdb"), "-D", folder + "/data", "-U", "creditkit", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Run(Path.Combine(Binaries!, "pg_ctl"), "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"), "start");
        return new PostgresServer(folder, port);
    }

    public void Dispose()
    {
        Run(Path.Combine(Binaries!, "pg_ctl"), "-D", _folder + "/data", "-m", "immediate", "stop");
        Run("rm", "-rf", _folder);
    }

    private static string Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo { FileName = Environment.UserName == "root" ? "/usr/sbin/runuser" : file, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        if (Environment.UserName == "root") foreach (var part in (string[])["-u", "postgres", "--", file]) start.ArgumentList.Add(part);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // pg_ctl leaves the server behind with the same pipes: only the first process is waited for.
        using var process = Process.Start(start)!;
        var output = file.EndsWith("pg_ctl", StringComparison.Ordinal) ? Task.FromResult("") : process.StandardOutput.ReadToEndAsync();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, file);
        return output.GetAwaiter().GetResult();
    }
}

/// <summary>A fact that needs a real PostgreSQL server; skipped, with the reason, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Absent;
}
