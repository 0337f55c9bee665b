namespace CreditKit.Templates.Models;

/// <summary>The agency and its site, for header, footer and remedies.</summary>
public sealed record AgencyModel
{
    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the agency's site.</summary>
    public string SiteName { get; init; } = "";

    /// <summary>The agency's front page.</summary>
    public string SiteUrl { get; init; } = "";

    /// <summary>Postal address; may be empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>Telephone; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Mail address; may be empty.</summary>
    public string Email { get; init; } = "";

    /// <summary>When the telephone is answered; may be empty.</summary>
    public string Hours { get; init; } = "";

    /// <summary>政府网站标识码; may be empty.</summary>
    public string SiteIdCode { get; init; } = "";

    /// <summary>ICP备案号; may be empty.</summary>
    public string Icp { get; init; } = "";

    /// <summary>公安备案号; may be empty.</summary>
    public string PoliceRecord { get; init; } = "";

    /// <summary>我为政府网站找错; may be empty.</summary>
    public string FaultReportUrl { get; init; } = "";

    /// <summary>网站地图 of the agency's site; may be empty.</summary>
    public string SiteMapUrl { get; init; } = "";
}
