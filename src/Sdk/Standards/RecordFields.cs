using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>A record's values by field, as plain objects: texts, dates, amounts, enum members and lists.</summary>
public static class RecordFields
{
    /// <summary>The value of a field; null when the record has none. <see cref="StandardField.ValidUntil"/> null is long-term.</summary>
    public static object? Get(CreditRecord record, StandardField field) => field switch
    {
        StandardField.CounterpartName => record.Counterpart.Name,
        StandardField.CounterpartKind => record.Counterpart.Kind is CounterpartKind.Unknown ? null : record.Counterpart.Kind,
        StandardField.UnifiedSocialCreditCode => record.Counterpart.UnifiedSocialCreditCode,
        StandardField.BusinessRegistrationNumber => record.Counterpart.BusinessRegistrationNumber,
        StandardField.OrganizationCode => record.Counterpart.OrganizationCode,
        StandardField.TaxRegistrationNumber => record.Counterpart.TaxRegistrationNumber,
        StandardField.PublicInstitutionCertificateNumber => record.Counterpart.PublicInstitutionCertificateNumber,
        StandardField.SocialOrganizationCertificateNumber => record.Counterpart.SocialOrganizationCertificateNumber,
        StandardField.LegalRepresentative => record.Counterpart.LegalRepresentative,
        StandardField.LegalRepresentativeDocumentType => record.Counterpart.LegalRepresentativeDocument?.Type,
        StandardField.LegalRepresentativeDocumentNumber => record.Counterpart.LegalRepresentativeDocument?.Number,
        StandardField.IdentityDocumentType => record.Counterpart.IdentityDocument?.Type,
        StandardField.IdentityDocumentNumber => record.Counterpart.IdentityDocument?.Number,
        StandardField.DocumentNumber => record.DocumentNumber,
        StandardField.DecisionDate => record.DecisionDate,
        StandardField.AuthorityName => record.DecidingAuthority.Name,
        StandardField.AuthorityCode => record.DecidingAuthority.CreditCode,
        StandardField.DataSourceName => record.DataSource.Name,
        StandardField.DataSourceCode => record.DataSource.CreditCode,
        StandardField.Remarks => record.Remarks,
        StandardField.Domain => record.Domain,
        StandardField.ItemCode => record.ItemCode,
        StandardField.EffectiveDate => record.EffectiveDate,
        StandardField.ServedDate => record.ServedDate,
        StandardField.PerformedDate => record.PerformedDate,
        StandardField.AcceptedDate => record.AcceptedDate,
        StandardField.CompletedDate => record.CompletedDate,
        StandardField.SettingBasis => record.SettingBasis,
        StandardField.RemedyChannel => record.RemedyChannel,
        StandardField.PersonalDisclosureBasis => record.PersonalDisclosureBasis,
        StandardField.Reviewer => record.Reviewer,
        StandardField.ReviewedOn => record.ReviewedOn,
        StandardField.OverrideBasis => record.Override?.LegalBasis,
        StandardField.OverrideLastDay => record.Override?.LastDay,
        _ => record switch
        {
            AdministrativeLicense license => Get(license, field),
            AdministrativePenalty penalty => Get(penalty, field),
            AdministrativeAct act => Get(act, field),
            _ => null,
        },
    };

    /// <summary>Whether the record has a value for a field.</summary>
    public static bool Has(CreditRecord record, StandardField field) => Get(record, field) switch
    {
        null => false,
        string text => text.Length > 0,
        EquatableList<string> list => list.Count > 0,
        _ => true,
    };

    /// <summary>The value of a column: of its field, or of the agency's own column of another act.</summary>
    internal static object? Get(CreditRecord record, StandardColumn column) =>
        column.Field != StandardField.None ? Get(record, column.Field)
        : record is AdministrativeAct act ? act.Fields.FirstOrDefault(f => f.Name == column.Head)?.Value : null;

    private static object? Get(AdministrativeLicense license, StandardField field) => field switch
    {
        StandardField.DocumentTitle => license.DecisionDocumentTitle,
        StandardField.LicenseCategory => license.Category,
        StandardField.CertificateTitle => license.CertificateTitle,
        StandardField.LicenseNumber => license.LicenseNumber,
        StandardField.LicenseContent => license.Content,
        StandardField.ValidFrom => license.ValidFrom,
        StandardField.ValidUntil => license.ValidUntil,
        StandardField.LicenseStatus => license.Status,
        StandardField.ByCommitment => license.ByCommitment ? "是" : null,
        StandardField.Commitment => license.Commitment,
        StandardField.CommitmentPerformance => license.CommitmentPerformance,
        _ => null,
    };

    private static object? Get(AdministrativeAct act, StandardField field) => field switch
    {
        StandardField.ActKind => act.Act is ActKind.None ? null : act.Act,
        StandardField.DocumentTitle => act.DocumentTitle,
        StandardField.ActContent => act.Content,
        StandardField.LegalBasis => act.LegalBasis,
        _ => null,
    };

    private static object? Get(AdministrativePenalty penalty, StandardField field) => field switch
    {
        StandardField.ViolationType => penalty.ViolationType,
        StandardField.ViolationFacts => penalty.ViolationFacts,
        StandardField.LegalBasis => penalty.LegalBasis,
        StandardField.PenaltyCategory => penalty.PenaltyCategories,
        StandardField.PenaltyContent => penalty.PenaltyContent,
        StandardField.FineAmount => penalty.FineAmount,
        StandardField.ConfiscatedAmount => penalty.ConfiscatedAmount,
        StandardField.SuspendedOrRevokedCertificates => penalty.SuspendedOrRevokedCertificates,
        StandardField.PenaltyValidUntil => penalty.PenaltyValidUntil,
        StandardField.StatedLastDisclosedDay => penalty.StatedLastDisclosedDay,
        StandardField.Procedure => penalty.Procedure,
        StandardField.Severity => penalty.Severity,
        StandardField.Mitigation => penalty.Mitigation,
        StandardField.MitigationEvidence => penalty.MitigationEvidence,
        _ => null,
    };
}
