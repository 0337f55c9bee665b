using System.Globalization;
using CreditKit.Benchmarks.Column;
using CreditKit.Benchmarks.Intake;
using CreditKit.Benchmarks.Masking;
using CreditKit.Benchmarks.Storm;
using CreditKit.Benchmarks.Withdrawal;

// Each verb prints its own figures and ratios; exit code 0: everything that must hold held.
int Number(int at, int otherwise) => args.Length > at && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
switch (args.FirstOrDefault())
{
    case "column":
        return ColumnBenchmark.Run(Number(1, 1_000_000), Number(2, 5), Number(3, 100_000));
    case "column-import":
        return ColumnBenchmark.RunImport(Number(1, 1_000_000), Number(2, 20_000));
    case "pages":
        return PageBenchmark.Run(Number(1, 20_000));
    case "column-data":
        Console.WriteLine(ColumnData.Public(Number(1, 1_000_000)));
        Console.WriteLine(ColumnData.Rival(Number(1, 1_000_000)));
        return 0;
    case "column-server":
        return ColumnServer.Serve(args[1], args[2]);
    case "store":
        return StoreBenchmark.Run(Number(1, 200_000));
    case "search":
        return SearchProof.Run(Number(1, 200_000), Number(2, 500), Number(3, 20260401));
    case "fuzz":
        return await FuzzSite.RunAsync(Number(1, 100_000), Number(2, 20260401));
    case "intake":
        return IntakeBenchmark.Run(Number(1, 1_000_000), Number(2, 200_000));
    case "masking":
        return MaskingBenchmark.Run();
    case "proofs":
        var failure = MaskingProof.Run(Number(1, 1_000_000), Number(2, 20260401));
        Console.WriteLine(failure ?? "masking: every embedding hidden, nothing else touched");
        return failure is null ? 0 : 1;
    case "learn":
        return NameLearning.Run(args[1], args[2..]);
    case "learn-health":
        return HealthLearning.Run(args[1]);
    case "learn-homes":
        return HomeLearning.Run(args[1]);
    case "withdrawal":
        return WithdrawalBenchmark.Run(Number(1, 30), Number(2, 1_000), Number(3, 5_000));
    case "report":
        return await ReportBenchmark.RunAsync(args.ElementAtOrDefault(1) ?? "all", Number(2, 0));
    case "storm":
        return await StormBenchmark.RunAsync(Number(1, 100_000), Number(2, 50), Number(3, 20261122), args.ElementAtOrDefault(4));
    default:
        Console.WriteLine("store [ROWS] | column [RECORDS] [SECONDS] [ROWS OF THE IMPORT] | column-import [RECORDS] [ROWS OF AN IMPORT] | column-data [RECORDS] | pages [RECORDS] | search [ROWS] [QUERIES] [SEED] | fuzz [REQUESTS] [SEED] | intake [ROWS] [ROWS OF THE IMPORT] | masking | proofs [COUNT] [SEED] | learn FILE [FILES OF THE CORPUS] | learn-health FILE | learn-homes FILE | withdrawal [TIMES] [REQUESTS A SECOND] [RECORDS] | report [throughput|outage|silence|single|stages] [NUMBER] | storm [RECORDS] [KILLS] [SEED] [TYPE]");
        return 2;
}
