using System.Globalization;
using CreditKit.Benchmarks.Column;
using CreditKit.Benchmarks.Intake;

// Each verb prints its own figures and ratios; exit code 0: everything that must hold held.
int Number(int at, int otherwise) => args.Length > at && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
switch (args.FirstOrDefault())
{
    case "column":
    case "store":
        return StoreBenchmark.Run(Number(1, 200_000));
    case "intake":
        return ValidateBenchmark.Run(args[1..]);
    default:
        Console.WriteLine("store [ROWS] | column | intake [ROWS] [xlsx]");
        return 2;
}
