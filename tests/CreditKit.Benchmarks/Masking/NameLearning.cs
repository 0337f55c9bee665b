using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using CreditKit.Recognition;
using CreditKit.Tests.Desensitization;

namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// Learns the weights of <see cref="NameJudge"/> from labelled sentences and from the texts of the product: a logistic regression by stochastic gradient, with a
/// step of its own for each weight. The same sentences give the same weights.
/// </summary>
internal static class NameLearning
{
    private const int Rounds = 12, Rare = 3;
    private const double Rate = 0.15, Decay = 5e-4, Forget = 0.15;

    /// <summary>A name that is missed is worse than a word that is hidden; worst where a cue promises one.</summary>
    private const double Favour = 3, FavourCued = 4;

    /// <summary>Sayings that rest on what the rules were tuned on: now and then they are kept quiet, so that the others learn to speak.</summary>
    private static readonly int[] Tuned = [1, 29, 32, 33, 34, 35, 50];

    /// <param name="to">The file of weights.</param>
    /// <param name="files">Files of the corpus; all that are learnt from when empty.</param>
    public static int Run(string to, string[] files)
    {
        var examples = new List<(int[] Slots, bool Name, bool Cued)>();
        foreach (var (text, labels) in (files.Length > 0 ? files : ["development.jsonl", "rounds.jsonl"]).SelectMany(f => LabelledCorpus.Read(f, "Masking"))) Collect(text, labels, examples);
        foreach (var text in ProductTexts()) Collect(text, [], examples);
        var weights = Learn(examples);
        File.WriteAllBytes(to, MemoryMarshal.AsBytes<sbyte>(weights));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count} readings, {examples.Count(e => e.Name)} names; {weights.Count(w => w != 0)} weights"));
        return 0;
    }

    /// <summary>Law, rules and messages of the product: long texts of the genre in which nobody is named.</summary>
    private static IEnumerable<string> ProductTexts()
    {
        var product = typeof(TextRecognizer).Assembly;
        foreach (var name in product.GetManifestResourceNames().Where(n => n.EndsWith(".json", StringComparison.Ordinal) && !n.StartsWith("Recognition", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = product.GetManifestResourceStream(name)!;
            foreach (var text in Texts(JsonDocument.Parse(stream).RootElement)) yield return text;
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };

    private static void Collect(string text, List<RecognizedSpan> labels, List<(int[] Slots, bool Name, bool Cued)> examples)
    {
        var names = labels.Where(l => l.Kind == PersonalDataKind.PersonName).ToList();
        var window = new NameLattice(text);
        Span<NameReading> readings = stackalloc NameReading[NameModel.MostReadings];
        Span<int> slots = stackalloc int[NameFeatures.Room];
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (!Chars.IsHan(text[at]) || !Lexicon.Names.IsFamily(text[at]) && Lexicon.CompoundSurnames.MatchAt(text, at) == 0 || !NameModel.MayBegin(text, at)) continue;
            var place = at;
            if (labels.Any(l => l.Kind != PersonalDataKind.PersonName && l.Start <= place && l.End > place)) continue;
            var neighbour = names.Where(n => n.End <= place).Select(n => n.End).DefaultIfEmpty(-1).Max();
            foreach (var reading in readings[..NameModel.Readings(text, at, neighbour, ref window, readings)])
            {
                NameFeatures.Write(text, reading, window, slots);
                examples.Add((slots[..NameFeatures.Count].ToArray(), names.Any(n => n.Start == reading.Start && n.End == reading.End), reading.Cued));
            }
        }
    }

    private static sbyte[] Learn(List<(int[] Slots, bool Name, bool Cued)> examples)
    {
        var size = 1 << NameFeatures.Bits;
        var (weights, squares, sums, seen) = (new double[size], new double[size], new double[size], new int[size]);
        foreach (var slot in examples.SelectMany(e => e.Slots)) seen[slot]++;
        var random = new Random(20260401);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var n in order)
            {
                var (slots, name, cued) = examples[n];
                var quiet = random.NextDouble() < Forget;
                var sum = 0.0;
                for (var i = 0; i < slots.Length; i++) if (Speaks(i)) sum += weights[slots[i]];
                var slope = 1 / (1 + Math.Exp(-sum)) - (name ? 1 : 0);
                if (name) slope *= cued ? FavourCued : Favour;
                for (var i = 0; i < slots.Length; i++)
                {
                    if (!Speaks(i)) continue;
                    var slot = slots[i];
                    var step = slope + Decay * weights[slot];
                    squares[slot] += step * step;
                    weights[slot] -= Rate * step / Math.Sqrt(squares[slot] + 0.01);
                }

                bool Speaks(int i) => seen[slots[i]] >= Rare && !(quiet && Tuned.Contains(i));
            }

            // The mean of the later rounds sways less than the last.
            if (round >= Rounds / 2) for (var slot = 0; slot < size; slot++) sums[slot] += weights[slot];
        }

        return [.. sums.Select(s => (sbyte)Math.Clamp(Math.Round(s / (Rounds - Rounds / 2) * 3 * NameJudge.Scale), sbyte.MinValue, sbyte.MaxValue))];
    }
}
