namespace CreditKit.Templates.Models;

/// <summary>What every page has around its content.</summary>
public sealed record FrameModel
{
    /// <summary>The agency.</summary>
    public required AgencyModel Agency { get; init; }

    /// <summary>双公示专栏.</summary>
    public string ColumnName { get; init; } = "";

    /// <summary>The column's front page.</summary>
    public string HomeUrl { get; init; } = "";

    /// <summary>The column's pages.</summary>
    public IReadOnlyList<LinkModel> Tabs { get; init; } = [];

    /// <summary>Where one is, from the site's front page down; the last has no link.</summary>
    public IReadOnlyList<LinkModel> Crumbs { get; init; } = [];

    /// <summary>The frame offers the search form (the front page has a larger one of its own).</summary>
    public bool ShowsSearch { get; init; }

    /// <summary>Where the search form leads.</summary>
    public string SearchUrl { get; init; } = "";

    /// <summary>What was searched for; may be empty.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>The style sheet.</summary>
    public string StyleUrl { get; init; } = "";

    /// <summary>The optional script.</summary>
    public string ScriptUrl { get; init; } = "";

    /// <summary>Large-type mode.</summary>
    public bool LargeType { get; init; }

    /// <summary>The same page in the other type size.</summary>
    public string TypeUrl { get; init; } = "";

    /// <summary>Search engines are asked to stay away.</summary>
    public bool NoIndex { get; init; }

    /// <summary>Absolute address of the page where one is configured; may be empty.</summary>
    public string CanonicalUrl { get; init; } = "";

    /// <summary>Site, column and content tags (网页标签规范) and share-card tags.</summary>
    public IReadOnlyList<MetaModel> Metas { get; init; } = [];

    /// <summary>Feeds of this page.</summary>
    public IReadOnlyList<AlternateModel> Alternates { get; init; } = [];

    /// <summary>Schema.org data; empty when the page has none.</summary>
    public TrustedMarkup JsonLd { get; init; }

    /// <summary>There is Schema.org data.</summary>
    public bool HasJsonLd { get; init; }

    /// <summary>撤下公告.</summary>
    public string WithdrawnUrl { get; init; } = "";

    /// <summary>数据下载.</summary>
    public string DataUrl { get; init; } = "";

    /// <summary>数据字典.</summary>
    public string DictionaryUrl { get; init; } = "";

    /// <summary>隐私说明.</summary>
    public string PrivacyUrl { get; init; } = "";

    /// <summary>公示依据.</summary>
    public string AboutUrl { get; init; } = "";

    /// <summary>异议与修复.</summary>
    public string RemedyUrl { get; init; } = "";
}
