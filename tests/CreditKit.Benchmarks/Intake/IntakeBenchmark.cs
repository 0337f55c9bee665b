using System.Globalization;

namespace CreditKit.Benchmarks.Intake;

/// <summary>
/// Files through the command line, each in a process of its own: <c>-- intake [rows] [rows of the import]</c>. Demands:
/// validate 40,000 rows a second in less than 250 MB and no more than 1.2 × the memory of a tenth of the rows; XLSX in flat
/// memory; import 10,000 rows a second and at least 0.35 × a bare loop over the same tables. Rates are scaled by the
/// reference of the same run. Exit code 1 when one is missed.
/// </summary>
internal static class IntakeBenchmark
{
    private const double ValidateRate = 40_000, ImportRate = 10_000, LeastOfBare = 0.35, Flat = 1.2;
    private const long MostMemory = 250L << 20;

    public static int Run(int rows, int importRows)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-intake-").FullName;
        try
        {
            var reference = LedgerReference.Measure(folder);
            var scale = Math.Min(1, reference / LedgerReference.Quiet);
            Console.WriteLine(Text($"reference: record and outbox entry, 100 to a commit: {reference:N0}/s = {reference / LedgerReference.Quiet:0.00} of a quiet machine"));
            var good = Validate(folder, rows, scale);
            return Import(folder, importRows, scale) && good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool Validate(string folder, int rows, double scale)
    {
        var small = Validate(folder, rows / 10, "csv");
        var large = Validate(folder, rows, "csv");
        var rate = rows / large.Wall.TotalSeconds;
        var good = Demand("validate CSV, rows a second", rate, ValidateRate * scale, rate >= ValidateRate * scale);
        good &= Demand("validate CSV, peak MB", large.PeakBytes >> 20, MostMemory >> 20, large.PeakBytes < MostMemory);
        good &= Demand("validate CSV, peak to that of a tenth", (double)large.PeakBytes / small.PeakBytes, Flat, large.PeakBytes <= Flat * small.PeakBytes);
        var smallBook = Validate(folder, rows / 10, "xlsx");
        var book = Validate(folder, rows, "xlsx");
        return good & Demand("validate XLSX, peak to that of a tenth", (double)book.PeakBytes / smallBook.PeakBytes, Flat, book.PeakBytes <= Flat * smallBook.PeakBytes);
    }

    private static ToolRun Validate(string folder, int rows, string form)
    {
        var file = Sample(folder, rows, form);
        var run = ToolRun.Of("validate", file, "--data", folder);
        File.Delete(file);
        Tell($"validate {form}", rows, run);
        return run;
    }

    private static bool Import(string folder, int rows, double scale)
    {
        var file = Sample(folder, rows, "csv");
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "shuanggongshi.json"), Settings);
        var run = ToolRun.Of("import", file, "--data", data);
        Tell("import", rows, run);
        var again = ToolRun.Of("import", file, "--data", data);
        Tell("import again, all unchanged", rows, again);
        var rate = rows / run.Wall.TotalSeconds;
        var bare = BareLoop.Run(data, folder, out var report);
        Console.WriteLine(report);
        var good = Demand("import, rows a second", rate, ImportRate * scale, rate >= ImportRate * scale);
        good &= Demand("import to bare loop", rate / bare, LeastOfBare, rate >= LeastOfBare * bare);
        Directory.Delete(data, true);
        return good;
    }

    // One channel, so that every row also has its outbox entry; nothing is sent by an import.
    private const string Settings = """
        { "ShuangGongShi": { "Channels": { "province": { "BaseAddress": "http://127.0.0.1:9/" } } } }
        """;

    private static string Sample(string folder, int rows, string form)
    {
        var file = Path.Combine(folder, $"{rows}.{form}");
        if (form == "xlsx") SampleFile.Xlsx(file, rows);
        else SampleFile.Csv(file, rows);
        return file;
    }

    private static void Tell(string what, int rows, ToolRun run)
    {
        Console.WriteLine(Text($"{what,-28} {rows,11:N0} rows {run.Wall.TotalSeconds,8:0.0} s {rows / run.Wall.TotalSeconds,10:N0} rows/s  processor {run.Processor.TotalSeconds,7:0.0} s  peak {run.PeakBytes >> 20,4} MB"));
        if (run.ExitCode != 0) throw new InvalidOperationException($"the tool ended with {run.ExitCode}: {run.Output}");
    }

    private static bool Demand(string what, double is_, double demanded, bool good)
    {
        Console.WriteLine(Text($"  {(good ? "ok    " : "MISSED")} {what,-44} {is_,12:#,0.##}   demanded {demanded:#,0.##}"));
        return good;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
