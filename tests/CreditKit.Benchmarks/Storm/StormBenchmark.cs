namespace CreditKit.Benchmarks.Storm;

/// <summary>The whole storm over every road, or over one: <c>storm [RECORDS] [KILLS] [SEED] [TYPE]</c>.</summary>
internal static class StormBenchmark
{
    /// <summary>Exit code 0: at the end the portal has exactly what the ledger has, over every road.</summary>
    public static async Task<int> RunAsync(int records, int kills, int seed, string? type)
    {
        var held = true;
        foreach (var road in StormRoad.All.Where(r => type is null || r.Type == type))
        {
            Console.WriteLine($"{road.Type}: seed {seed}");
            var figures = await StormRun.RunAsync(road, records, kills, seed, TimeSpan.FromHours(2), Console.WriteLine);
            Console.WriteLine(figures);
            Console.WriteLine(figures.Held && figures.Kills == kills ? $"{road.Type}: everything held" : $"{road.Type}: NOT everything held");
            held &= figures.Held && figures.Kills == kills;
        }

        return held ? 0 : 1;
    }
}
