using CreditKit.Records;

namespace CreditKit.Tests.Reporting;

/// <summary>Invented records that a province would take.</summary>
internal static class SampleRecords
{
    private static readonly Authority s_agency = new("云泽市市场监督管理局", Codes.CreditCode(7, "11"));

    public static AdministrativeLicense License(int seed, string content = "食品经营") => new()
    {
        Counterpart = new Counterpart
        {
            Name = $"云泽市第{seed}号食品有限公司",
            Kind = CounterpartKind.Organization,
            UnifiedSocialCreditCode = Codes.CreditCode(seed),
            LegalRepresentative = "易某某",
        },
        DocumentNumber = $"云市监许〔2026〕{seed}号",
        DecisionDocumentTitle = "准予行政许可决定书",
        Category = "普通",
        CertificateTitle = "食品经营许可证",
        LicenseNumber = $"JY{seed:000000}",
        Content = content,
        DecisionDate = new DateOnly(2026, 3, 2),
        ValidFrom = new DateOnly(2026, 3, 2),
        ValidUntil = seed % 2 == 0 ? null : new DateOnly(2031, 3, 1),
        Status = LicenseStatus.Valid,
        DecidingAuthority = s_agency,
        DataSource = s_agency,
        Reviewer = "审查员",
        ReviewedOn = new DateOnly(2026, 3, 3),
    };

    public static AdministrativePenalty Penalty(int seed, string content = "罚款二千元", Severity severity = Severity.General) => new()
    {
        Counterpart = new Counterpart
        {
            Name = $"云泽市第{seed}号商贸有限公司",
            Kind = CounterpartKind.Organization,
            UnifiedSocialCreditCode = Codes.CreditCode(seed + 50_000),
        },
        DocumentNumber = $"云市监罚〔2026〕{seed}号",
        ViolationType = "销售不符合食品安全标准的食品",
        ViolationFacts = "销售超过保质期的食品",
        LegalBasis = "《食品安全法》第一百二十四条",
        PenaltyCategories = ["罚款"],
        PenaltyContent = content,
        FineAmount = 2000.50m,
        DecisionDate = new DateOnly(2026, 4, 7),
        PenaltyValidUntil = new DateOnly(2027, 4, 7),
        Severity = severity,
        DecidingAuthority = s_agency,
        DataSource = s_agency,
        Reviewer = "审查员",
        ReviewedOn = new DateOnly(2026, 4, 8),
    };
}
