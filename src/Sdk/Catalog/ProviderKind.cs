namespace CreditKit.Catalog;

/// <summary>What kind of body provides an item's data: public institutions with the power take part as agencies do (requirement 004-3).</summary>
public enum ProviderKind
{
    /// <summary>行政机关.</summary>
    Agency = 1,

    /// <summary>法律、法规授权的组织.</summary>
    AuthorizedOrganization = 2,

    /// <summary>事业单位.</summary>
    PublicInstitution = 3,

    /// <summary>受委托的组织.</summary>
    Entrusted = 4,
}
