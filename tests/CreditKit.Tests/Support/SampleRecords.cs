using CreditKit.Records;

namespace CreditKit.Tests.Support;

/// <summary>Invented records that pass every rule with the settings of <see cref="Agency"/>.</summary>
internal static class SampleRecords
{
    public static Authority Agency { get; } = new("某市市场监督管理局", Codes.CreditCode(3, "11"));

    public static AdministrativeLicense License(int seed = 1) => new()
    {
        Counterpart = new() { Name = "某市晨光食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(seed), LegalRepresentative = "甲某" },
        DecisionDocumentTitle = "食品经营许可决定书",
        DocumentNumber = $"某市监许〔2026〕{seed}号",
        Category = "普通",
        CertificateTitle = "食品经营许可证",
        LicenseNumber = $"JY{seed:000000}",
        Content = "热食类食品制售",
        DecisionDate = new(2026, 5, 6),
        ValidFrom = new(2026, 5, 6),
        ValidUntil = new(2031, 5, 5),
        Status = LicenseStatus.Valid,
        DecidingAuthority = Agency,
        DataSource = Agency,
        ItemCode = "XK000001",
        Reviewer = "乙某",
        ReviewedOn = new(2026, 5, 7),
    };

    public static AdministrativePenalty Penalty(int seed = 1) => new()
    {
        Counterpart = new() { Name = "某市晨光食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(seed), LegalRepresentative = "甲某" },
        DocumentNumber = $"某市监处罚〔2026〕{seed}号",
        ViolationType = "经营超过保质期的食品",
        ViolationFacts = "在经营场所销售超过保质期的食品。",
        LegalBasis = "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项",
        PenaltyCategories = ["警告", "罚款"],
        PenaltyContent = "警告，罚款人民币2,000元。",
        FineAmount = 2000m,
        DecisionDate = new(2026, 5, 6),
        PenaltyValidUntil = new(2027, 5, 6),
        StatedLastDisclosedDay = new(2027, 5, 6),
        Severity = Severity.General,
        DecidingAuthority = Agency,
        DataSource = Agency,
        ItemCode = "CF000001",
        RemedyChannel = "可在六十日内申请行政复议。",
        Reviewer = "乙某",
        ReviewedOn = new(2026, 5, 7),
    };

    public static AdministrativeAct Act(ActKind kind = ActKind.Enforcement, int seed = 1) => new()
    {
        Act = kind,
        Counterpart = new() { Name = "某市晨光食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(seed) },
        DocumentTitle = "查封决定书",
        DocumentNumber = $"某市监强〔2026〕{seed}号",
        Content = "查封生产设备一台",
        LegalBasis = "《中华人民共和国行政强制法》第九条第（二）项",
        DecisionDate = new(2026, 5, 6),
        DecidingAuthority = Agency,
        DataSource = Agency,
        Reviewer = "乙某",
        ReviewedOn = new(2026, 5, 7),
    };

    public static AdministrativePenalty PersonPenalty(int seed = 1) => Penalty(seed) with
    {
        Counterpart = new() { Name = "丙某某", Kind = CounterpartKind.NaturalPerson, IdentityDocument = new("身份证", Codes.IdentityNumber(seed)) },
        PersonalDisclosureBasis = "《中华人民共和国某法》第五条",
    };
}
