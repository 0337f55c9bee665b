using System.Text.Json;
using CreditKit.Desensitization;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Tests.Desensitization;

[Trait("Requirement", "001-12")]
[Trait("Requirement", "001-22")]
[Trait("Requirement", "002-10")]
public sealed class ProjectionTests
{
    private static readonly string Id = Codes.IdentityNumber(7);
    private static readonly string Code = Codes.CreditCode(3);
    private static readonly string ShopCode = Codes.CreditCode(4, "92");

    private static readonly DisclosureDecision Decision = new()
    {
        Destination = Destination.OwnSite, From = new(2026, 4, 2), Until = new(2027, 4, 2), Edition = "P2026", Rule = "general", Source = "", Reasons = [],
        AppliedSeverity = Severity.General, PublicLine = "公示期至 2027-04-01",
    };

    private static PublicRecord Project(CreditRecord record, DesensitizerOptions? options = null, string? directory = null) =>
        Desensitizer.Load(directory, options).Project(new Validated<CreditRecord>(record), new RecordStanding { Released = true, PublishedAt = DateTimeOffset.UnixEpoch }, Decision, "pub1", 2, true);

    private static string? Value(PublicRecord record, string id) => record.Fields.FirstOrDefault(f => f.Id == id)?.Value;

    private static AdministrativePenalty Penalty(Counterpart party) => new()
    {
        Counterpart = party, DocumentNumber = "闽三市监罚〔2026〕12号", ViolationType = "无证经营", ViolationFacts = $"当事人陆小凤（身份证{Id}，电话13905981234）销售食品",
        PenaltyContent = "罚款贰万元", PenaltyCategories = ["警告", "罚款"], FineAmount = 20000, DecisionDate = new(2026, 4, 2),
        DecidingAuthority = new("三明市市场监督管理局", Codes.CreditCode(9, "11")),
    };

    [Fact]
    [Trait("Requirement", "003-6")]
    public void OtherAct_IsMaskedInItsTextAndInTheAgencysOwnFields()
    {
        var record = Project(new AdministrativeAct
        {
            Act = ActKind.Enforcement,
            Counterpart = new() { Kind = CounterpartKind.NaturalPerson, Name = "陆小凤", IdentityDocument = new("身份证", Id) },
            PersonalDisclosureBasis = "《某法》第五条",
            Content = $"查封当事人陆小凤（身份证{Id}）的设备",
            DecisionDate = new(2026, 4, 2),
            DecidingAuthority = new("三明市市场监督管理局", Codes.CreditCode(9, "11")),
            Fields = [new ActField("查封说明", "陆小凤，电话13905981234"), new ActField("联系人", "花满楼", Personal: true)],
        });
        var text = string.Join('\n', record.Fields.Select(f => f.Value).Append(record.Title).Append(record.Summary).Append(record.CounterpartName));
        foreach (var secret in (string[])["陆小凤", Id, "13905981234", "花满楼"]) text.ShouldNotContain(secret);
        record.NaturalPerson.ShouldBeTrue();
        record.Title.ShouldBe("行政强制决定书");
        Value(record, "ActField.查封说明").ShouldNotBeNull();
    }

    [Fact]
    public void NaturalPerson_IsMaskedEverywhere()
    {
        var record = Project(Penalty(new() { Kind = CounterpartKind.NaturalPerson, Name = "陆小凤", IdentityDocument = new("身份证", Id), UnifiedSocialCreditCode = Code }));
        record.CounterpartName.ShouldBe("陆*");
        record.NaturalPerson.ShouldBeTrue();
        record.CounterpartCode.ShouldBeNull();
        var all = JsonSerializer.Serialize(record);
        foreach (var secret in new[] { "陆小凤", Id, "13905981234", Code }) all.ShouldNotContain(secret);
        Value(record, "FineAmount").ShouldBe("20,000.00 元");
        Value(record, "PenaltyCategories").ShouldBe("警告、罚款");
        record.Fields.Single(f => f.Id == "ViolationFacts").Masked.ShouldBeTrue();
        record.Fields.Single(f => f.Id == "ViolationFacts").Value.ShouldStartWith("当事人陆*（");
    }

    [Fact]
    public void Organization_ShowsItsCodeAndRepresentative_NeverHisDocument()
    {
        var record = Project(Penalty(new() { Kind = CounterpartKind.Organization, Name = "三明市宏达建材有限公司", UnifiedSocialCreditCode = Code, LegalRepresentative = "花满楼", LegalRepresentativeDocument = new("身份证", Id) }));
        record.CounterpartName.ShouldBe("三明市宏达建材有限公司");
        record.CounterpartCode.ShouldBe(Code);
        Value(record, "Counterpart.LegalRepresentative").ShouldBe("花满楼");
        JsonSerializer.Serialize(record).ShouldNotContain(Id);
    }

    [Fact]
    public void SoleTrader_ShowsTheShopAndMasksTheOwner()
    {
        var party = new Counterpart { Kind = CounterpartKind.SoleTrader, Name = "三元区百花小吃店", UnifiedSocialCreditCode = ShopCode, LegalRepresentative = "西门吹雪", TaxRegistrationNumber = Id + "01" };
        var record = Project(Penalty(party) with { Remarks = "西门吹雪到场" });
        record.CounterpartName.ShouldBe("三元区百花小吃店");
        Value(record, "Counterpart.LegalRepresentative").ShouldBe("西门*");
        Value(record, "Remarks").ShouldBe("西门*到场");
        var tax = record.Fields.Single(f => f.Id == "Counterpart.TaxRegistrationNumber");
        tax.Masked.ShouldBeTrue();
        tax.Value.ShouldNotContain(Id[4..16]);
        Project(Penalty(party with { Name = "西门吹雪" })).CounterpartName.ShouldBe("西门*");
        Project(Penalty(party with { UnifiedSocialCreditCode = null })).NaturalPerson.ShouldBeTrue();
    }

    [Fact]
    public void License_HasLabelsDatesAndLongTermValidity()
    {
        var record = Project(new AdministrativeLicense
        {
            Counterpart = new() { Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Code }, DocumentNumber = "明许〔2026〕1号", DecisionDocumentTitle = "准予许可决定书",
            Content = "食品生产", ValidFrom = new(2026, 4, 2), Status = LicenseStatus.Valid, DecisionDate = new(2026, 4, 1),
        }, new DesensitizerOptions { RemedyText = "可申请行政复议" });
        record.CounterpartName.ShouldBe("（未提供名称）");
        Value(record, "ValidUntil").ShouldBe("长期");
        Value(record, "DecisionDate").ShouldBe("2026-04-01");
        Value(record, "RemedyChannel").ShouldBe("可申请行政复议");
        record.Fields.Select(f => f.Label).ShouldContain("行政许可决定文书号");
        record.Corrected.ShouldBeTrue();
    }

    [Fact]
    public void AgencyFile_OverridesAndIsRefused_WhenItIsWrong()
    {
        var directory = Directory.CreateTempSubdirectory("masking").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "masking.json"), """{ "fields": { "Counterpart.LegalRepresentative": { "organization": "hide" } } }""");
            var party = new Counterpart { Kind = CounterpartKind.Organization, Name = "三明市宏达建材有限公司", UnifiedSocialCreditCode = Code, LegalRepresentative = "花满楼" };
            var record = Project(Penalty(party) with { Remarks = "花满楼到场" }, null, directory);
            JsonSerializer.Serialize(record).ShouldNotContain("花满楼");
            Desensitizer.Load(directory).ContentHash.ShouldNotBe(Desensitizer.Load(null).ContentHash);
            File.WriteAllText(Path.Combine(directory, "masking.json"), """{ "kinds": { "mobil": { "rule": "ends" } } }""");
            Should.Throw<InvalidOperationException>(() => Desensitizer.Load(directory)).Message.ShouldContain("mobil");
            File.WriteAllText(Path.Combine(directory, "masking.json"), "{ oops");
            Should.Throw<InvalidOperationException>(() => Desensitizer.Load(directory)).Message.ShouldContain("CK1303");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
