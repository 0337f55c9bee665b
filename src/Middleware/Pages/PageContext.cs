using CreditKit.Publication;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>What a page is made of: the data, the settings, the links of this request, the day.</summary>
/// <param name="Query">The public data.</param>
/// <param name="Options">The settings.</param>
/// <param name="Urls">The links.</param>
/// <param name="Assets">Style and script.</param>
/// <param name="Extras">Lists, commitments, notices of cases.</param>
/// <param name="Now">The instant of the answer.</param>
internal sealed record PageContext(IPublicQuery Query, ShuangGongShiOptions Options, SiteUrls Urls, ColumnAssets Assets, ColumnExtras Extras, DateTimeOffset Now)
{
    public DateOnly Today { get; } = ShanghaiTime.Today(Now);

    /// <summary>What stands around a page.</summary>
    /// <param name="path">The page within the column.</param>
    /// <param name="query">Its canonical query.</param>
    /// <param name="tab">Path of the tab that is current.</param>
    /// <param name="crumbs">From below the column's front page down to this page; the last is this page.</param>
    public FrameModel Frame(string path, string query, string tab, params ReadOnlySpan<LinkModel> crumbs)
    {
        var agency = Agency();
        return new()
        {
            Agency = agency,
            ColumnName = Options.Look.ColumnName,
            HomeUrl = Urls.Home,
            Tabs = [Tab("首页", "", Urls.Home), Tab("行政许可", "/licenses", Urls.Licenses), Tab("行政处罚", "/penalties", Urls.Penalties), .. Acts(), Tab("数据统计", "/statistics", Urls.Statistics), Tab("异议与修复", "/remedy", Urls.Remedy), Tab("公示依据", "/about", Urls.About), Tab("数据下载", "/data", Urls.Data)],
            Crumbs = [new() { Text = agency.SiteName, Url = agency.SiteUrl }, new() { Text = Options.Look.ColumnName, Url = crumbs.IsEmpty ? "" : Urls.Home }, .. crumbs],
            ShowsSearch = true,
            SearchUrl = Urls.Form("/search"),
            StyleUrl = Urls.File(Assets.Address("column.css")),
            ScriptUrl = Urls.File(Assets.Address("column.js")),
            LargeType = Urls.LargeType,
            TypeUrl = Urls.WithLargeType(!Urls.LargeType, Options.RoutePrefix).Page(path, query),
            NoIndex = Urls.LargeType,
            CanonicalUrl = Options.PublicBaseUrl is { } site ? Urls.Absolute(site, query.Length == 0 ? path : path + "?" + query) : "",
            Metas = PageTags.Site(Options, agency),
            WithdrawnUrl = Urls.Withdrawn,
            DataUrl = Urls.Data,
            DictionaryUrl = Urls.Dictionary,
            PrivacyUrl = Urls.Privacy,
            AboutUrl = Urls.About,
            RemedyUrl = Urls.Remedy,
        };

        // A column without them says nothing of them.
        IEnumerable<LinkModel> Acts() => Options.Acts.Count > 0 ? [Tab(Words.Of(CreditKit.Records.RecordKind.Act), "/acts", Urls.Acts)] : [];

        LinkModel Tab(string text, string at, string url) => new() { Text = text, Url = url, Current = at == tab };
    }

    private AgencyModel Agency() => new()
    {
        Name = Options.Agency.Name,
        SiteName = Options.Site.Name ?? Options.Agency.Name,
        SiteUrl = Urls.Site(Options.Site.HomePath),
        Address = Options.Agency.Address ?? "",
        Phone = Options.Agency.Phone ?? "",
        Hours = Options.Agency.Hours ?? "",
        Email = Options.Agency.Email ?? "",
        SiteIdCode = Options.Site.IdCode ?? "",
        Icp = Options.Site.Icp ?? "",
        PoliceRecord = Options.Site.PoliceRecord ?? "",
        FaultReportUrl = Options.Site.FaultReportUrl ?? "",
        SiteMapUrl = Options.Site.SiteMapUrl ?? "",
    };
}
