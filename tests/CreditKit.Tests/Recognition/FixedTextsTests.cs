using System.Text.Json;
using System.Text.RegularExpressions;
using CreditKit.Recognition;
using CreditKit.Tests.Samples;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Recognition;

/// <summary>What the product itself says to visitors, and what its sample site shows: nothing of it is a person's but the invented persons.</summary>
[Trait("Requirement", "000-40")]
public sealed partial class FixedTextsTests
{
    [Fact]
    public void TheLegalTextsOfTheProduct_AreKept()
    {
        // The data of the recognizer are words and places; what the masking page shows as an example is meant to be masked.
        var files = Directory.EnumerateFiles(Repository.PathOf("src", "Sdk"), "*.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains("Recognition", StringComparison.Ordinal) && !f.EndsWith("packages.lock.json", StringComparison.Ordinal));
        var texts = files.SelectMany(f => Texts(JsonDocument.Parse(File.ReadAllText(f)).RootElement)).Distinct().ToList();
        texts.Count.ShouldBeGreaterThan(200);
        Masked(texts).ShouldBeEmpty();
    }

    [Fact]
    public void TheFixedSentencesOfThePages_AreKept()
    {
        string[] folders = [Repository.PathOf("src", "Templates", "html"), Repository.PathOf("samples", "AgencySite", "Look")];
        var texts = folders.SelectMany(f => Directory.EnumerateFiles(f, "*.html", SearchOption.AllDirectories))
            .SelectMany(f => Markup().Split(File.ReadAllText(f))).Select(t => t.Trim()).Where(t => t.Length > 1).Distinct().ToList();
        texts.Count.ShouldBeGreaterThan(100);
        Masked(texts).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("licences.csv")]
    [InlineData("penalties.xlsx")]
    [InlineData("corrections.csv")]
    public void OfTheSampleSite_OnlyTheInventedPersonsAreTakenForNames(string file)
    {
        var persons = new HashSet<string>(["向景衡", "骆淑屏", "邵维舟"]);
        foreach (var kind in JsonDocument.Parse(File.ReadAllText(SampleFile.PathOf("personal-data.json"))).RootElement.EnumerateObject())
            persons.UnionWith(kind.Value.EnumerateArray().Select(v => v.GetString()!));
        var texts = SampleFile.Rows(file).SelectMany(r => r.Values).Distinct().ToList();
        texts.SelectMany(t => Names(t).Concat(Names(t + "\n" + t))).Where(n => !persons.Contains(n)).Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(string text) => TextRecognizer.Find(text).Where(s => s.Kind == PersonalDataKind.PersonName).Select(s => text.Substring(s.Start, s.Length));

    /// <summary>What is masked of the texts, each alone and each twice, and of all together.</summary>
    private static List<string> Masked(List<string> texts) =>
        [.. texts.SelectMany(t => new[] { t, t + "\n" + t }).Append(string.Join('\n', texts)).SelectMany(t => TextRecognizer.Find(t).Where(s => s.Kind is PersonalDataKind.PersonName or PersonalDataKind.Address or PersonalDataKind.Landline).Select(s => t.Substring(s.Start, s.Length))).Distinct()];

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };

    [GeneratedRegex(@"<[^>]*>|\{\{[^}]*\}\}|\n")]
    private static partial Regex Markup();
}
