using CreditKit.Publication;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>What a page is made of: the data, the settings, the links of this request, the day.</summary>
/// <param name="Query">The public data.</param>
/// <param name="Options">The settings.</param>
/// <param name="Urls">The links.</param>
/// <param name="Frames">What stands around every page.</param>
/// <param name="Assets">Style and script.</param>
/// <param name="Extras">Lists, commitments, notices of cases.</param>
/// <param name="Now">The instant of the answer.</param>
internal sealed record PageContext(IPublicQuery Query, ShuangGongShiOptions Options, SiteUrls Urls, SiteFrames Frames, ColumnAssets Assets, ColumnExtras Extras, DateTimeOffset Now)
{
    public DateOnly Today { get; } = ShanghaiTime.Today(Now);

    /// <summary>What stands around a page.</summary>
    /// <param name="path">The page within the column.</param>
    /// <param name="query">Its canonical query.</param>
    /// <param name="tab">Path of the tab that is current.</param>
    /// <param name="crumbs">From below the column's front page down to this page; the last is this page.</param>
    public FrameModel Frame(string path, string query, string tab, params ReadOnlySpan<LinkModel> crumbs)
    {
        var site = Frames.Of(Urls);
        return site.Frame with
        {
            Tabs = site.Tabs(tab),
            Crumbs = [site.First, crumbs.IsEmpty ? new() { Text = site.Home.Text } : site.Home, .. crumbs],
            StyleUrl = Urls.File(Assets.Address("column.css")),
            ScriptUrl = Urls.File(Assets.Address("column.js")),
            TypeUrl = Urls.InOtherType(path, query),
            CanonicalUrl = Options.PublicBaseUrl is { } address ? Urls.Absolute(address, query.Length == 0 ? path : path + "?" + query) : "",
        };
    }
}
