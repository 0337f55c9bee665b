namespace CreditKit.Standards;

/// <summary>The normalisation of each text field.</summary>
internal static class Shapes
{
    public static TextShape Of(StandardField field) => field switch
    {
        StandardField.UnifiedSocialCreditCode or StandardField.BusinessRegistrationNumber or StandardField.OrganizationCode
            or StandardField.TaxRegistrationNumber or StandardField.PublicInstitutionCertificateNumber
            or StandardField.AuthorityCode or StandardField.DataSourceCode
            or StandardField.IdentityDocumentNumber or StandardField.LegalRepresentativeDocumentNumber => TextShape.Code,
        StandardField.CounterpartName or StandardField.AuthorityName or StandardField.DataSourceName
            or StandardField.LegalRepresentative or StandardField.Reviewer or StandardField.Domain
            or StandardField.LicenseCategory or StandardField.ItemCode
            or StandardField.IdentityDocumentType or StandardField.LegalRepresentativeDocumentType => TextShape.Name,
        StandardField.DocumentNumber or StandardField.LicenseNumber or StandardField.SocialOrganizationCertificateNumber => TextShape.DocumentNumber,
        _ => TextShape.Prose,
    };
}
