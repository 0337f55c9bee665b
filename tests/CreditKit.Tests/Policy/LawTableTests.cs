using CreditKit.Policy;
using static CreditKit.Tests.Policy.Samples;

namespace CreditKit.Tests.Policy;

/// <summary>Every expected value of law-table.csv was worked out by hand from the clause in its last column.</summary>
public sealed class LawTableTests
{
    private static readonly Dictionary<string, PolicyBook> Books = [];

    public static TheoryData<int> Rows() => [.. LawTable.Read().Select((_, i) => i)];

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Requirement", "000-1")]
    [Trait("Requirement", "000-13")]
    [Trait("Requirement", "000-24")]
    [Trait("Requirement", "000-25")]
    [Trait("Requirement", "000-26")]
    [Trait("Requirement", "000-33")]
    [Trait("Requirement", "000-36")]
    [Trait("Requirement", "000-37")]
    [Trait("Requirement", "001-4")]
    [Trait("Requirement", "001-12")]
    [Trait("Requirement", "002-1")]
    [Trait("Requirement", "002-3")]
    [Trait("Requirement", "002-15")]
    [Trait("Requirement", "003-13")]
    [Trait("Requirement", "004-1")]
    [Trait("Requirement", "004-11")]
    public void Decide_AgreesWithTheClause(int index)
    {
        var row = LawTable.Read()[index];

        var decision = BookOf(row["region"]).Decide(row.Record(), row.Standing, row.Destination);

        Describe(decision).ShouldBe(Expected(row, decision), row.ToString());
        foreach (var reason in row["reasons"].Split(';', StringSplitOptions.RemoveEmptyEntries))
            decision.Reasons.ShouldContain(r => r.Code == reason.TrimStart('!') && r.Blocks == reason.StartsWith('!'), row.ToString());
    }

    [Fact]
    public void Table_HasAtLeastTwoHundredRows_WithAClauseEach()
    {
        var rows = LawTable.Read();

        rows.Count.ShouldBeGreaterThanOrEqualTo(200);
        rows.ShouldAllBe(r => r["clause"].Length > 3);
    }

    private static string Describe(DisclosureDecision d) =>
        $"{(d.Allowed ? d.MarkedNotPublic ? "mark" : "yes" : "no")} {d.From:yyyy-MM-dd}..{d.LastDay:yyyy-MM-dd} publish {d.PublishBy:yyyy-MM-dd} report {d.ReportBy:yyyy-MM-dd} repair {d.RepairableFrom:yyyy-MM-dd} by {d.Edition}";

    private static string Expected(LawCase row, DisclosureDecision d)
    {
        // Rows far ahead leave the deadline open: their holidays are not announced.
        var open = row["allowed"] != "no" && row["publishBy"].Length + row["reportBy"].Length == 0;
        var publish = open ? d.PublishBy?.ToString("yyyy-MM-dd") : row["publishBy"];
        var edition = row["edition"].Length == 0 ? d.Edition : row["edition"];
        return $"{row["allowed"]} {row["from"]}..{row["lastDay"]} publish {publish} report {row["reportBy"]} repair {row["repairableFrom"]} by {edition}";
    }

    private static PolicyBook BookOf(string region)
    {
        lock (Books)
        {
            if (!Books.TryGetValue(region, out var book))
                Books[region] = book = PolicyBook.Load(new PolicyOptions { Regions = region.Length == 0 ? [] : [region] }, Workdays);
            return book;
        }
    }
}
