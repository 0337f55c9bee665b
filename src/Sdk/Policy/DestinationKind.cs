namespace CreditKit.Policy;

/// <summary>What a destination leads to; exclusions and periods differ between them.</summary>
public enum DestinationKind
{
    /// <summary>The agency's own column.</summary>
    OwnSite,

    /// <summary>A platform that leads to 信用中国.</summary>
    CreditPortal,

    /// <summary>国家企业信用信息公示系统 (SAMR Order 45).</summary>
    EnterpriseSystem,
}
