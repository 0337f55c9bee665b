using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Intake;

/// <summary>Real rows of two publishers, through the whole road.</summary>
public sealed class RealFilesTests
{
    private const string ThirtySixMonths = """
        {
          "id": "AGENCY-36", "title": "示例监管局处罚信息公开办法", "role": "overlay", "source": "示例监管局处罚信息公开办法第五条", "certainty": "V1",
          "destinations": ["ownSite"],
          "period": { "mode": "prescribe", "rules": [ { "id": "agency-36", "when": { "kinds": ["penalty"] }, "max": 36 } ] }
        }
        """;

    private static string Profile(string name) => Path.Combine(Repository.Root, "tests", "CreditKit.Tests", "Readers", "profiles", name);

    [SharedFact("data/real/licences.csv")]
    [Trait("Requirement", "002-21")]
    public void Licences_AreListedAndFound_AndHeldBackFromReporting()
    {
        using var road = new Road();
        var file = SharedData.Find("data/real/licences.csv")!;
        road.Import(file, Profile("real-licences.json")).ShouldBe(new(18, 18, 0, 0, 0));
        road.Import(file, Profile("real-licences.json")).ShouldBe(new(18, 0, 18, 0, 0));

        road.Engine.Query.Overview().Licenses.ShouldBe(18);
        road.Engine.Query.List(new PublicFilter { Text = "食品经营" }, null, 20).Rows.ShouldHaveSingleItem().CounterpartName.ShouldBe("江苏华西集团有限公司");
        road.Engine.Query.List(new PublicFilter(), null, 20).Rows.ShouldContain(r => r.CounterpartName == "（未提供名称）");
        road.Engine.Ledger.All().ShouldAllBe(r => !road.Engine.MayReport(r));
    }

    [SharedFact("data/real/penalties.csv")]
    [Trait("Requirement", "000-27")]
    public void Penalties_AreAllHiddenToday_AndEachCanSayWhy()
    {
        using var road = new Road();
        road.Import(SharedData.Find("data/real/penalties.csv")!, Profile("real-penalties.json")).ShouldBe(new(100, 100, 0, 0, 0));

        road.Engine.Query.Overview().Penalties.ShouldBe(0);
        var explanations = road.Engine.Ledger.All().Select(r => road.Engine.Explain(r).Law).ToList();
        explanations.Count.ShouldBe(100);
        explanations.ShouldAllBe(e => !e.Visible && e.Reasons.Any(reason => reason.Code == "period-ended"));
    }

    [SharedFact("data/real/penalties.csv")]
    [Trait("Requirement", "000-26")]
    public void Penalties_Show47_InJune2016_UnderAPolicyFileOf36Months()
    {
        using var road = Road.WithPolicy(new TestClock(new DateTimeOffset(2016, 6, 1, 2, 0, 0, TimeSpan.Zero)), ThirtySixMonths);
        var profile = road.Write("profile.json", File.ReadAllText(Profile("real-penalties.json")).Replace("2026-05-06", "2016-04-21", StringComparison.Ordinal));
        road.Import(SharedData.Find("data/real/penalties.csv")!, profile).Rejected.ShouldBe(0);
        road.Engine.Query.Overview().Penalties.ShouldBe(47);
        road.Engine.Query.Stream(new PublicFilter { Kind = RecordKind.Penalty }).Count().ShouldBe(47);
    }
}
