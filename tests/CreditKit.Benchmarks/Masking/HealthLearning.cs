using CreditKit.Recognition;
using CreditKit.Tests.Desensitization;

namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// Learns the weights of the judge of diseases by logistic regression over chains of diseases (whether a label lies on one);
/// the test split is not read.
/// </summary>
internal static class HealthLearning
{
    /// <summary>Writes <c>health-weights.txt</c> to the path.</summary>
    public static int Run(string path) => Regression.Learn(
        path, HealthFeatures.Names, [.. new[] { "development.jsonl", "rounds.jsonl", "health-sentences.jsonl" }.SelectMany(f => LabelledCorpus.Read(f, "Masking")).SelectMany(s => Chains(s.Text, s.Labels))], ridge: 1.5, scale: 20);

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
