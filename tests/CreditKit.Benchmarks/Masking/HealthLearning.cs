using CreditKit.Recognition;
using CreditKit.Tests.Desensitization;

namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// Learns the weights of the judge of diseases by logistic regression over chains of diseases (whether a label lies on one);
/// the test split is not read. The same sentences give the same weights.
/// </summary>
internal static class HealthLearning
{
    private const int Steps = 3_000, Scale = 20;
    private const double Ridge = 1.5, Rate = 0.02;

    /// <summary>Writes <c>health-weights.txt</c> to the path.</summary>
    public static int Run(string path)
    {
        var names = HealthFeatures.Names;
        List<(int[] Features, bool Somebodys)> chains = [.. new[] { "development.jsonl", "rounds.jsonl", "health-sentences.jsonl" }.SelectMany(f => LabelledCorpus.Read(f, "Masking")).SelectMany(s => Chains(s.Text, s.Labels))];
        var count = new int[names.Count];
        foreach (var feature in chains.SelectMany(c => c.Features)) count[feature]++;
        var weights = new double[names.Count];
        var (mean, square) = (new double[names.Count], new double[names.Count]);
        for (var step = 1; step <= Steps; step++)
        {
            var slope = weights.Select(w => Ridge * w).ToArray();
            foreach (var (features, somebodys) in chains)
            {
                var error = 1 / (1 + Math.Exp(-features.Sum(f => weights[f]))) - (somebodys ? 1 : 0);
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

        var whole = weights.Select(w => (int)Math.Round(w * Scale)).ToArray();
        File.WriteAllText(path, string.Concat(names.Select((n, f) => (n, w: whole[f])).Where(p => p.w != 0).Select(p => $"{p.n} {p.w}\n")));
        var wrong = chains.Count(c => c.Features.Sum(f => whole[f]) > 0 != c.Somebodys);
        Console.WriteLine($"{chains.Count} chains, {chains.Count(c => c.Somebodys)} of somebody; {wrong} wrong after learning");
        return 0;
    }

    private static IEnumerable<(int[] Features, bool Somebodys)> Chains(string text, List<RecognizedSpan> labels)
    {
        var diseases = new List<DiseaseSpan>();
        for (var i = 0; i < text.Length; i++)
            if (HealthRecognizer.Triggers.MatchAt(text, i) is > 0 and var length && !(i > 0 && Chars.IsAlnum(text[i]) && Chars.IsAlnum(text[i - 1]))) DiseaseGrammar.Read(text, i, length, diseases);
        if (diseases.Count == 0) yield break;
        var features = new HealthFeatures([.. TextRecognizer.Find(text)]);
        var former = 0;
        for (var first = 0; first < diseases.Count;)
        {
            var last = first;
            while (last + 1 < diseases.Count && HealthRecognizer.IsChained(text, diseases[last].End, diseases[last + 1].Start)) last++;
            features.Read(text, HealthRecognizer.Chain(diseases, first, last), last > first, former);
            var (start, end) = (diseases[first].Start, diseases[last].End);
            yield return ([.. Enumerable.Range(0, HealthFeatures.Names.Count).Where(f => features[f])], labels.Any(l => l.Kind == PersonalDataKind.Health && l.Start < end && start < l.End));
            (first, former) = (last + 1, end);
        }
    }
}
