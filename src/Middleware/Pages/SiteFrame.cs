using System.Collections.Concurrent;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The frame of one path base and type size.</summary>
internal sealed class SiteFrame
{
    private readonly ShuangGongShiOptions _options;
    private readonly SiteUrls _urls;
    private readonly ConcurrentDictionary<string, IReadOnlyList<LinkModel>> _tabs = new(StringComparer.Ordinal);

    public SiteFrame(ShuangGongShiOptions options, SiteUrls urls)
    {
        (_options, _urls) = (options, urls);
        var agency = Agency();
        Frame = new()
        {
            Agency = agency,
            ColumnName = options.Look.ColumnName,
            HomeUrl = urls.Home,
            ShowsSearch = true,
            SearchUrl = urls.Form("/search"),
            LargeType = urls.LargeType,
            NoIndex = urls.LargeType,
            Metas = PageTags.Site(options, agency),
            WithdrawnUrl = urls.Withdrawn,
            DataUrl = urls.Data,
            DictionaryUrl = urls.Dictionary,
            PrivacyUrl = urls.Privacy,
            AboutUrl = urls.About,
            RemedyUrl = urls.Remedy,
        };
        First = new() { Text = agency.SiteName, Url = agency.SiteUrl };
        Home = new() { Text = options.Look.ColumnName, Url = urls.Home };
    }

    /// <summary>What no page changes.</summary>
    public FrameModel Frame { get; }

    /// <summary>The site, first of every way down.</summary>
    public LinkModel First { get; }

    /// <summary>The column's front page, as a step on the way down.</summary>
    public LinkModel Home { get; }

    /// <summary>The tabs with one of them current.</summary>
    /// <param name="tab">Path of the current one, as the code names it; of no tab: none is.</param>
    public IReadOnlyList<LinkModel> Tabs(string tab)
    {
        if (_tabs.TryGetValue(tab, out var tabs)) return tabs;
        List<LinkModel> made = [Tab("首页", "", _urls.Home), Tab("行政许可", "/licenses", _urls.Licenses), Tab("行政处罚", "/penalties", _urls.Penalties)];
        // A column without them says nothing of them.
        if (_options.Acts.Count > 0) made.Add(Tab(Words.Of(CreditKit.Records.RecordKind.Act), "/acts", _urls.Acts));
        made.AddRange([Tab("事项目录", CatalogueMapper.Path, _urls.Catalogue), Tab("数据统计", "/statistics", _urls.Statistics), Tab("异议与修复", "/remedy", _urls.Remedy), Tab("公示依据", "/about", _urls.About), Tab("数据下载", "/data", _urls.Data)]);
        return _tabs[tab] = made;

        LinkModel Tab(string text, string at, string url) => new() { Text = text, Url = url, Current = at == tab };
    }

    private AgencyModel Agency() => new()
    {
        Name = _options.Agency.Name,
        SiteName = _options.Site.Name ?? _options.Agency.Name,
        SiteUrl = _urls.Site(_options.Site.HomePath),
        Address = _options.Agency.Address ?? "",
        Phone = _options.Agency.Phone ?? "",
        Hours = _options.Agency.Hours ?? "",
        Email = _options.Agency.Email ?? "",
        SiteIdCode = _options.Site.IdCode ?? "",
        Icp = _options.Site.Icp ?? "",
        PoliceRecord = _options.Site.PoliceRecord ?? "",
        FaultReportUrl = _options.Site.FaultReportUrl ?? "",
        SiteMapUrl = _options.Site.SiteMapUrl ?? "",
    };
}
