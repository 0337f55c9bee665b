using System.Diagnostics;
using System.Globalization;
using CreditKit.Intake.Readers;

namespace CreditKit.Benchmarks.Intake;

/// <summary>
/// Rows a second of reading and checking, and the peak of the managed heap and of the process: <c>-- intake [rows] [xlsx]</c>.
/// Each size runs in a process of its own, or the peak of the one would hide that of the other.
/// </summary>
internal static class ValidateBenchmark
{
    public static int Run(string[] args)
    {
        if (args is ["measure", var path]) return Measure(path);
        var rows = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var n) ? n : 1_000_000;
        var xlsx = args.Contains("xlsx");
        var folder = Directory.CreateTempSubdirectory("creditkit-intake-").FullName;
        try
        {
            foreach (var size in new[] { rows / 10, rows })
            {
                var file = Path.Combine(folder, $"{size}.{(xlsx ? "xlsx" : "csv")}");
                if (xlsx) SampleFile.Xlsx(file, size);
                else SampleFile.Csv(file, size);
                using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(ValidateBenchmark).Assembly.Location, "intake", "measure", file])
                { FileName = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet" })!;
                child.WaitForExit();
                File.Delete(file);
            }
            return 0;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static int Measure(string path)
    {
        var watch = Stopwatch.StartNew();
        using var import = FileImport.Open(path);
        var opened = watch.Elapsed;
        var issues = 0L;
        foreach (var row in import) issues += row.Report.Issues.Count;
        watch.Stop();
        using var self = Process.GetCurrentProcess();
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)}: {import.Rows:N0} rows ({import.Accepted:N0} accepted, {import.Rejected:N0} rejected, {issues:N0} issues), {new FileInfo(path).Length >> 20} MB, {watch.Elapsed.TotalSeconds:0.0} s (opening {opened.TotalSeconds:0.0} s), {import.Rows / watch.Elapsed.TotalSeconds:N0} rows/s, peak {self.PeakWorkingSet64 >> 20} MB, CPU {self.TotalProcessorTime.TotalSeconds:0.0} s"));
        return 0;
    }
}
