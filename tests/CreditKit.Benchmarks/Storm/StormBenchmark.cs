namespace CreditKit.Benchmarks.Storm;

/// <summary>The whole storm: <c>storm [RECORDS] [KILLS] [SEED]</c>.</summary>
internal static class StormBenchmark
{
    /// <summary>Exit code 0: at the end the portal has exactly what the ledger has.</summary>
    public static async Task<int> RunAsync(int records, int kills, int seed)
    {
        var figures = await StormRun.RunAsync(records, kills, seed, TimeSpan.FromHours(2), Console.WriteLine);
        Console.WriteLine($"portal-api: {figures}");
        Console.WriteLine(figures.Held && figures.Kills == kills ? "everything held" : "NOT everything held");
        return figures.Held && figures.Kills == kills ? 0 : 1;
    }
}
