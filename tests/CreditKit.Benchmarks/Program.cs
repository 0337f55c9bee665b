using System.Globalization;
using CreditKit.Benchmarks.Column;

// Each verb prints its own figures and ratios; exit code 0: everything that must hold held.
int Number(int at, int otherwise) => args.Length > at && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
switch (args.FirstOrDefault())
{
    case "column":
    case "store":
        return StoreBenchmark.Run(Number(1, 200_000));
    default:
        Console.WriteLine("store [ROWS] | column");
        return 2;
}
