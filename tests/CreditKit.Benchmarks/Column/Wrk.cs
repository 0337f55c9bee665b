using System.Diagnostics;
using System.Globalization;

namespace CreditKit.Benchmarks.Column;

/// <summary>What a lap of wrk saw.</summary>
/// <param name="Rate">Answers a second.</param>
/// <param name="Median">Median latency, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
/// <param name="Failed">Answers of 400 and above, and broken connections.</param>
/// <param name="Requests">Answers.</param>
internal sealed record Lap(double Rate, double Median, double P99, long Failed, long Requests);

/// <summary>wrk of Debian: one thread, 32 connections; requests are made before the lap, so that it costs the same for one address and for thousands.</summary>
internal static class Wrk
{
    public const int Connections = 32;

    private const string Script = """
        local list, at = {}, 0
        function init(args)
          local headers = {}
          for i = 2, #args do local name, value = args[i]:match("^([^:]+): (.*)$"); headers[name] = value end
          for line in io.lines(args[1]) do
            local path, etag = line:match("^([^\t]*)\t?(.*)$")
            if etag ~= "" then headers["If-None-Match"] = etag end
            list[#list + 1] = wrk.format("GET", path, headers)
          end
          at = math.random(#list)
        end
        function request() at = at % #list + 1; return list[at] end
        function done(s, l, r)
          io.write(string.format("RESULT %d %d %d %d %d\n", s.requests, s.duration, l:percentile(50), l:percentile(99), s.errors.status + s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout))
        end
        """;

    /// <summary>Whether wrk is there.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "wrk")));

    /// <summary>Asks for the paths in turn, each a line of its own, behind a tab the ETag that is already known.</summary>
    public static Lap Run(Uri address, IReadOnlyList<string> paths, TimeSpan duration, params string[] headers)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-wrk-").FullName;
        try
        {
            var (script, list) = (Path.Combine(folder, "wrk.lua"), Path.Combine(folder, "paths"));
            File.WriteAllText(script, Script);
            File.WriteAllLines(list, paths);
            string[] arguments = ["-t1", $"-c{Connections}", $"-d{Math.Max(1, (int)duration.TotalSeconds)}s", "--timeout", "30s", "-s", script, address.ToString(), "--", list, .. headers];
            using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var result = output.Split('\n').FirstOrDefault(l => l.StartsWith("RESULT ", StringComparison.Ordinal)) ?? throw new InvalidOperationException("wrk: " + output);
            var n = result[7..].Split(' ').Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            return new Lap(n[0] * 1e6 / n[1], n[2] / 1e3, n[3] / 1e3, n[4], n[0]);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
