using System.Numerics;
using CreditKit.Recognition;
using CreditKit.Tests.Desensitization;

namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// Learns the weights of the judge of homes by logistic regression over all addresses that the grammar reads in the labelled
/// sentences (whether a label lies on one); the test split is not read.
/// </summary>
internal static class HomeLearning
{
    /// <summary>Addresses that are nobody's home are fewer; together they count for a quarter of the homes at least.</summary>
    private const double Share = 0.25;

    /// <summary>Writes <c>home-weights.txt</c> to the path.</summary>
    public static int Run(string path)
    {
        List<(int[] Traits, bool Home)> addresses = [.. new[] { "development.jsonl", "rounds.jsonl", "home-sentences.jsonl" }.SelectMany(f => LabelledCorpus.Read(f, "Masking")).SelectMany(s => Addresses(s.Text, s.Labels))];
        var homes = addresses.Count(a => a.Home);
        return Regression.Learn(path, AddressWeights.Names, addresses, ridge: 1, scale: 10, against: Math.Max(1, Share * homes / (addresses.Count - homes)));
    }

    private static HashSet<(int Start, int End, AddressTrait Traits)> Read(string text)
    {
        var found = TextRecognizer.Find(text).Where(s => s.Kind != PersonalDataKind.Address).ToList();
        // An address that is met at its cue, at its house and at its room is one, unless something else is seen from there.
        var addresses = new HashSet<(int, int, AddressTrait)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (AddressRecognizer.HomeCues.MatchAt(text, i) is > 0 and var cue && AddressRecognizer.AfterCue(text, i, cue, out var candidate)) Add(candidate);
            var rooms = Chars.IsAlnum(text[i]) ? AddressRecognizer.ChainLength(text, i) : 0;
            if (rooms == 0 && !(AddressRecognizer.Suffixes.Contains(text[i]) && AddressRecognizer.MayEnd(text, i))) continue;
            if (AddressRecognizer.Around(text, rooms > 0 ? i + rooms - 1 : i, 0, out candidate, out _)) Add(candidate);
        }

        return addresses;

        void Add(in AddressCandidate c) => addresses.Add((c.Start, c.End, AddressJudge.Traits(text, c, found)));
    }

    private static IEnumerable<(int[] Traits, bool Home)> Addresses(string text, List<RecognizedSpan> labels) =>
        Read(text).Select(a => (Slots(a.Traits), labels.Any(l => l.Kind == PersonalDataKind.Address && l.Start < a.End && a.Start < l.End)));

    private static int[] Slots(AddressTrait traits)
    {
        var slots = new List<int> { 0 };
        for (var bits = (ulong)traits; bits != 0; bits &= bits - 1) slots.Add(1 + BitOperations.TrailingZeroCount(bits));
        return [.. slots];
    }
}
