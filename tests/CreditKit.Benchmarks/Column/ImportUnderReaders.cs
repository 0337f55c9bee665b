using System.Globalization;
using CreditKit.Benchmarks.Intake;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// Visitors while <c>creditkit import</c> writes into the same data folder. Twice: visitors who come at a fixed rate, each
/// timed from the moment it was due, which is what a visitor feels; and connections that ask again the moment they are
/// answered, which on two cores is mostly a queue for the processor.
/// </summary>
internal sealed class ImportUnderReaders(ColumnServer site, string data, string folder, int rows)
{
    /// <summary>Visitors a second of the fixed rate.</summary>
    public const int PerSecond = 300;

    private static readonly TimeSpan s_lap = TimeSpan.FromSeconds(2);
    private int _imported;

    /// <summary>Visitors at a fixed rate.</summary>
    public (SteadyReaders.Figures Readers, double RowsPerSecond) Steady(Func<int, string> path)
    {
        using var readers = new SteadyReaders(site.Address, path);
        readers.Run(PerSecond, s_lap); // unmeasured: what the runtime still compiles
        SteadyReaders.Figures? figures = null;
        var rate = Import(ended => figures = readers.Run(PerSecond, ended));
        return (figures!, rate);
    }

    /// <summary>Connections at full speed: the median of laps.</summary>
    public (double P99, double Rate, long Failed, double RowsPerSecond) Flood(string[] paths)
    {
        var laps = new List<Lap>();
        var rate = Import(ended =>
        {
            while (!ended.IsCancellationRequested) laps.Add(Wrk.Run(site.Address, paths, s_lap));
        });
        return (laps.Order(Comparer<Lap>.Create((a, b) => a.P99.CompareTo(b.P99))).ElementAt(laps.Count / 2).P99, laps.Average(l => l.Rate), laps.Sum(l => l.Failed), rate);
    }

    private double Import(Action<CancellationToken> meanwhile)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"import-{_imported}.csv"));
        SampleFile.Csv(file, rows, _imported);
        _imported += rows;
        var before = site.Processor;
        var run = ToolRun.Of(["import", file, "--data", data], meanwhile);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  import of {rows:N0} rows in {run.Wall.TotalSeconds:0.0} s: {run.Processor.TotalMicroseconds / rows:0} µs of processor a row, the site {(site.Processor - before).TotalSeconds / run.Wall.TotalSeconds:0.00} of a processor"));
        return run.ExitCode == 0 ? rows / run.Wall.TotalSeconds : throw new InvalidOperationException(run.Output);
    }
}
