using System.Diagnostics;
using System.Globalization;

namespace CreditKit.Benchmarks.Intake;

/// <summary>The command line as an operator starts it: a process of its own, with its wall time, processor time and peak of resident memory.</summary>
internal sealed record ToolRun(TimeSpan Wall, TimeSpan Processor, long PeakBytes, int ExitCode, string Output)
{
    // Where the tool itself is built: beside the benchmarks it would lack what their framework brings.
    private static readonly string s_tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Tool/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/CreditKit.Tool.dll"));

    /// <summary>Starts the tool and waits for its end.</summary>
    public static ToolRun Of(params string[] arguments) => Of(arguments, null);

    /// <summary>Starts the tool; <paramref name="meanwhile"/> runs beside it and is told to stop when it ends.</summary>
    public static ToolRun Of(string[] arguments, Action<CancellationToken>? meanwhile)
    {
        var start = new ProcessStartInfo("dotnet", [s_tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        using var ended = new CancellationTokenSource();
        var beside = meanwhile is null ? Task.CompletedTask : Task.Factory.StartNew(() => meanwhile(ended.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                processor = process.TotalProcessorTime;
                peak = Math.Max(peak, Peak(process.Id));
            }
            catch (InvalidOperationException)
            {
                break; // it ended between the two
            }
        }

        process.WaitForExit();
        watch.Stop();
        ended.Cancel();
        beside.GetAwaiter().GetResult();
        return new ToolRun(watch.Elapsed, processor, peak, process.ExitCode, output.Result + errors.Result);
    }

    // The highest mark that the kernel keeps, so that a peak between two looks counts.
    private static long Peak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
