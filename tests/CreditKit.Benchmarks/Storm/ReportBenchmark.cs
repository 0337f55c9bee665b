namespace CreditKit.Benchmarks.Storm;

/// <summary>Figures of reporting: <c>report [throughput|outage|silence|single|stages] [NUMBER]</c>.</summary>
internal static class ReportBenchmark
{
    /// <summary>Exit code 0: everything that must hold held.</summary>
    public static async Task<int> RunAsync(string what, int number)
    {
        var held = true;
        if (what is "all" or "throughput") held &= await ThroughputBenchmark.RunAsync(number > 0 ? number : 20_000);
        if (what is "all" or "outage") held &= await OutageBenchmark.RunAsync(number > 0 ? number : 3_000, TimeSpan.FromSeconds(10));
        if (what is "all" or "silence") held &= await SilenceBenchmark.RunAsync(number > 0 ? number : 2_000, TimeSpan.FromDays(7));
        if (what is "single") held &= await ThroughputBenchmark.RunSingleAsync(number > 0 ? number : 10_000);
        if (what is "stages") held &= await StagesBenchmark.RunAsync(number > 0 ? number : 5_000);
        Console.WriteLine(held ? "everything held" : "NOT everything held");
        return held ? 0 : 1;
    }
}
