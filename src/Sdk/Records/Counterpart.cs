namespace CreditKit.Records;

/// <summary>行政相对人: whom the decision is about. Every value may be missing; validation says what that means.</summary>
public sealed record Counterpart
{
    /// <summary>行政相对人名称; personal data for natural persons. Null when the source has none.</summary>
    public string? Name { get; init; }

    /// <summary>行政相对人类别.</summary>
    public CounterpartKind Kind { get; init; }

    /// <summary>统一社会信用代码, as recorded (18 characters when it is right).</summary>
    public string? UnifiedSocialCreditCode { get; init; }

    /// <summary>工商注册号.</summary>
    public string? BusinessRegistrationNumber { get; init; }

    /// <summary>组织机构代码.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>税务登记号. Old numbers of individual businesses contain an identity number.</summary>
    public string? TaxRegistrationNumber { get; init; }

    /// <summary>事业单位证书号.</summary>
    public string? PublicInstitutionCertificateNumber { get; init; }

    /// <summary>社会组织登记证号.</summary>
    public string? SocialOrganizationCertificateNumber { get; init; }

    /// <summary>法定代表人 (for individual businesses: the owner).</summary>
    public string? LegalRepresentative { get; init; }

    /// <summary>法定代表人证件. Never on a public page.</summary>
    public IdentityDocument? LegalRepresentativeDocument { get; init; }

    /// <summary>自然人证件. Never unmasked on a public page.</summary>
    public IdentityDocument? IdentityDocument { get; init; }
}
