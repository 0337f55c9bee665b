using System.Globalization;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Tests.Support;
using static CreditKit.Tests.Policy.Samples;

namespace CreditKit.Tests.Policy;

public sealed class RealPenaltyTests
{
    [SharedFact("data/real/penalties.csv")]
    public void Decide_HidesAllRealPenaltiesToday_AndShows47OfThemIn2016UnderThirtySixMonths()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("policy"));
        File.WriteAllText(Path.Combine(folder.File("policy"), "own-site.json"), """
            {
              "id": "AGENCY-36", "title": "示例监管局处罚信息公开办法", "role": "overlay", "source": "示例监管局处罚信息公开办法第五条", "certainty": "V1",
              "destinations": ["ownSite"],
              "period": { "mode": "prescribe", "rules": [ { "id": "agency-36", "when": { "kinds": ["penalty"] }, "max": 36 } ] }
            }
            """);
        var book = PolicyBook.Load(folder.Path, Workdays);
        var standing = PublishedOn("2016-04-21");
        var records = Read().ToList();

        records.Count.ShouldBe(100);
        records.Count(r => Book.Decide(r, standing, Destination.OwnSite).IsVisibleAt(Noon("2026-11-22"), standing)).ShouldBe(0);
        records.Count(r => book.Decide(r, standing, Destination.OwnSite).IsVisibleAt(Noon("2016-06-01"), standing)).ShouldBe(47);
    }

    private static IEnumerable<AdministrativePenalty> Read()
    {
        var lines = File.ReadAllLines(SharedData.Find("data/real/penalties.csv")!);
        var heads = Split(lines[0].TrimStart('\uFEFF'));
        foreach (var line in lines.Skip(1))
        {
            var cells = Split(line);
            string Cell(string head) => cells[heads.IndexOf(head)];
            yield return new AdministrativePenalty
            {
                Historic = true,
                Counterpart = new Counterpart { Kind = CounterpartKind.Organization },
                DecisionDate = DateOnly.Parse(Cell("处罚日期"), CultureInfo.InvariantCulture),
                PenaltyCategories = new EquatableList<string>(Cell("处罚类型").Split(',')),
                FineAmount = decimal.TryParse(Cell("罚没金额（元）"), CultureInfo.InvariantCulture, out var amount) ? amount : null,
            };
        }
    }

    private static List<string> Split(string line) =>
        [.. System.Text.RegularExpressions.Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];
}
