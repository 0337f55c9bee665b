using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Policy;

/// <summary>Reads law-table.csv: one case a row, the clause it rests on in the last column. Several values are joined with a semicolon.</summary>
internal static class LawTable
{
    public static IReadOnlyList<LawCase> Read()
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "CreditKit.Tests", "Policy", "law-table.csv"));
        var heads = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            return new LawCase(heads.Zip(cells).ToDictionary(p => p.First, p => p.Second));
        })];
    }
}

internal sealed record LawCase(Dictionary<string, string> Cells)
{
    public string this[string name] => Cells[name];

    public DateOnly? Date(string name) => this[name].Length == 0 ? null : DateOnly.Parse(this[name]);

    public override string ToString() => $"row {this["no"]} ({this["kind"]} {this["counterpart"]} {this["decided"]} {this["severity"]} → {this["destination"]}; {this["clause"]})";

    public Destination Destination => this["destination"] switch
    {
        "own" => Destination.OwnSite,
        "portal" => Samples.Portal,
        _ => Samples.Enterprise,
    };

    public RecordStanding Standing => Samples.Reviewed with { PublishedAt = Date("published") is { } day ? ChinaTime.StartOf(day).AddHours(10) : null };

    public CreditRecord Record()
    {
        var record = this["kind"] == "license"
            ? (CreditRecord)(Samples.License(this["decided"]) with { ValidUntil = Date("validUntil") })
            : Penalty();
        return record with
        {
            Counterpart = Counterpart(),
            Domain = OrNull("domain"),
            PersonalDisclosureBasis = OrNull("personalBasis"),
            EffectiveDate = Date("effective"),
            PerformedDate = Date("performed"),
            Override = OrNull("override")?.Split('|') is { } parts ? new DisclosureOverride(DateOnly.Parse(parts[0]), parts[1]) : null,
        };
    }

    private AdministrativePenalty Penalty() => Samples.Penalty(this["decided"]) with
    {
        Severity = OrNull("severity") is { } severity ? Enum.Parse<Severity>(severity) : null,
        Procedure = OrNull("procedure") is { } procedure ? Enum.Parse<PenaltyProcedure>(procedure) : PenaltyProcedure.Ordinary,
        PenaltyCategories = new EquatableList<string>(this["categories"].Split(';', StringSplitOptions.RemoveEmptyEntries)),
        FineAmount = decimal.Parse(this["amount"]),
        LegalBasis = OrNull("legalBasis"),
        Mitigation = OrNull("mitigation")?.Split(':')[0] is { } mitigation ? Enum.Parse<Mitigation>(mitigation) : Mitigation.None,
        MitigationEvidence = this["mitigation"].EndsWith(":none", StringComparison.Ordinal) ? null : "现场复查笔录",
    };

    private Counterpart Counterpart() => this["counterpart"] switch
    {
        "person" => Samples.Person,
        "child" => Samples.Person with { IdentityDocument = new IdentityDocument("身份证", "110105201506010013") },
        "eighteen" => Samples.Person with { IdentityDocument = new IdentityDocument("身份证", "110105200806010019") },
        "unknown" => Samples.Company with { Kind = CounterpartKind.Unknown },
        "shop" => Samples.Shop,
        "shop-without-code" => Samples.Shop with { UnifiedSocialCreditCode = null },
        _ => Samples.Company,
    };

    private string? OrNull(string name) => this[name].Length == 0 ? null : this[name];
}
