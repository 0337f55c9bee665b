namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// Logistic regression over features that are there or not, with a ridge and a step of its own for each weight (Adam), every
/// step over all examples. The same examples give the same weights.
/// </summary>
internal static class Regression
{
    private const int Steps = 3_000;
    private const double Rate = 0.02;

    /// <summary>Writes a line with its weight for every feature that has one.</summary>
    /// <param name="path">The file of weights.</param>
    /// <param name="names">Names of the features.</param>
    /// <param name="examples">The features of each example, and what is true of it.</param>
    /// <param name="ridge">How much a weight is drawn to zero.</param>
    /// <param name="scale">Units of a weight in a nat.</param>
    /// <param name="against">How often an example counts that is false.</param>
    public static int Learn(string path, IReadOnlyList<string> names, List<(int[] Features, bool Holds)> examples, double ridge, int scale, double against = 1)
    {
        var count = new int[names.Count];
        foreach (var feature in examples.SelectMany(e => e.Features)) count[feature]++;
        var weights = new double[names.Count];
        var (mean, square) = (new double[names.Count], new double[names.Count]);
        for (var step = 1; step <= Steps; step++)
        {
            var slope = weights.Select(w => ridge * w).ToArray();
            foreach (var (features, holds) in examples)
            {
                var likely = 1 / (1 + Math.Exp(-features.Sum(f => weights[f])));
                var error = holds ? likely - 1 : likely * against;
                foreach (var f in features) slope[f] += error;
            }

            for (var f = 0; f < weights.Length; f++)
            {
                // What is seen once teaches nothing.
                if (count[f] < 2) continue;
                mean[f] = 0.9 * mean[f] + 0.1 * slope[f];
                square[f] = 0.999 * square[f] + 0.001 * slope[f] * slope[f];
                weights[f] -= Rate * (mean[f] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square[f] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        var whole = weights.Select(w => (int)Math.Round(w * scale)).ToArray();
        File.WriteAllText(path, string.Concat(names.Select((n, f) => (n, w: whole[f])).Where(p => p.w != 0).Select(p => $"{p.n} {p.w}\n")));
        var wrong = examples.Count(e => e.Features.Sum(f => whole[f]) > 0 != e.Holds);
        Console.WriteLine($"{examples.Count} examples, true of {examples.Count(e => e.Holds)}; {wrong} wrong after learning");
        return 0;
    }
}
