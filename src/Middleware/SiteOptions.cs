namespace CreditKit.AspNetCore;

/// <summary>The agency's site: what 网页标签规范 (国办发〔2017〕47号, annex) asks on every page, and the footer's entries.</summary>
public sealed class SiteOptions
{
    /// <summary>Name of the site (SiteName). Null: the agency's name.</summary>
    public string? Name { get; set; }

    /// <summary>Domain of the site (SiteDomain), e.g. <c>www.example.gov.cn</c>. Null: the tag is left out.</summary>
    public string? Domain { get; set; }

    /// <summary>政府网站标识码 (SiteIDCode), 10 characters. Null: the tag is left out.</summary>
    public string? IdCode { get; set; }

    /// <summary>The site's front page; a path under the site's own base. Null: the base itself.</summary>
    public string? HomePath { get; set; }

    /// <summary>ICP备案号.</summary>
    public string? Icp { get; set; }

    /// <summary>公安备案号.</summary>
    public string? PoliceRecord { get; set; }

    /// <summary>Address of 我为政府网站找错.</summary>
    public string? FaultReportUrl { get; set; }

    /// <summary>Address of the site's 网站地图.</summary>
    public string? SiteMapUrl { get; set; }

    /// <summary>Whether the column writes SiteName, SiteDomain and SiteIDCode; false where the host's frame does.</summary>
    /// <value>Default true.</value>
    public bool EmitSiteTags { get; set; } = true;
}
