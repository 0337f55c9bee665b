namespace CreditKit.Benchmarks.Withdrawal;

/// <summary>The same-day rule of 424号 (十五), held to a second.</summary>
internal static class WithdrawalBenchmark
{
    /// <summary>Prints the figures; exit code 1 when a record stayed anywhere for a second, or visitors were not served.</summary>
    public static int Run(int withdrawals, int perSecond, int records)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-withdrawal-");
        try
        {
            var run = WithdrawalProof.RunAsync(folder.FullName, records, withdrawals, perSecond, TimeSpan.FromSeconds(5)).GetAwaiter().GetResult();
            Console.WriteLine($"{run.Withdrawals} withdrawals among {records:N0} records while {run.Rate:N0} requests a second were answered ({run.Served:N0} answered, {run.Failed:N0} not)");
            Console.WriteLine($"call returned            median {run.MedianCall.TotalMilliseconds,7:F1} ms   longest {run.LongestCall.TotalMilliseconds,7:F1} ms");
            Console.WriteLine($"gone from 11 surfaces    median {run.MedianGone.TotalMilliseconds,7:F1} ms   longest {run.LongestGone.TotalMilliseconds,7:F1} ms");
            Console.WriteLine($"all 11 answered in full  median {run.MedianAnswered.TotalMilliseconds,7:F1} ms   longest {run.LongestAnswered.TotalMilliseconds,7:F1} ms");
            Console.WriteLine("longest answer by surface: " + string.Join(", ", run.Longest.Select(l => $"{l.Key} {l.Value.TotalMilliseconds:F0}")));
            Console.WriteLine($"answers after the call that still had the record: {run.Stale}");
            return run.LongestGone < TimeSpan.FromSeconds(1) && run.Stale == 0 && run.Failed == 0 && run.Rate > perSecond * 0.95 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
