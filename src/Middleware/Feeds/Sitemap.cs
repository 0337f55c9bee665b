using System.Globalization;
using System.Xml;
using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>
/// An index of sitemaps: one of the pages, and one or more for each month of decisions, so that however many records there
/// are, none is longer than the format allows. Natural persons are in none of them.
/// </summary>
internal static class Sitemap
{
    internal const int Largest = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] s_pages = ["", "/licenses", "/penalties", "/statistics", "/lists", "/commitments", "/withdrawn", "/remedy", "/about", "/privacy", "/data", "/data/dictionary"];

    public static StoredResponse Index(PageContext context, Uri site) => Write("sitemapindex", xml =>
    {
        Add(xml, "sitemap", context.Urls.Absolute(site, "/sitemap-pages.xml"), null);
        foreach (var month in context.Query.Statistics().GroupBy(c => c.Month).OrderByDescending(g => g.Key))
            for (var part = 1; part <= (month.Sum(c => c.Count) + Largest - 1) / Largest; part++)
                Add(xml, "sitemap", context.Urls.Absolute(site, string.Create(CultureInfo.InvariantCulture, $"/sitemap-{Name(month.Key)}-{part}.xml")), null);
    });

    public static StoredResponse Pages(PageContext context, Uri site) => Write("urlset", xml =>
    {
        foreach (var path in s_pages) Add(xml, "url", context.Urls.Absolute(site, path), null);
    });

    /// <summary>The records of a month; null when the name is none.</summary>
    public static StoredResponse? Month(PageContext context, Uri site, string name, int part)
    {
        var filter = Filter(name);
        return filter is null || part < 1 ? null : Write("urlset", xml =>
        {
            foreach (var row in PublicRows.Of(context.Query, filter).Where(r => name != Undated || r.DecisionDate is null).Skip((part - 1) * Largest).Take(Largest))
                Add(xml, "url", context.Urls.Absolute(site, "/records/" + row.Id), row.PublishedAt);
        });
    }

    private const string Undated = "undated";

    private static string Name(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? Undated;

    private static PublicFilter? Filter(string name) =>
        name == Undated ? new() { DecidedTo = DateOnly.MinValue }
        : DateOnly.TryParseExact(name + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new() { DecidedFrom = first, DecidedTo = first.AddMonths(1).AddDays(-1) }
        : null;

    private static StoredResponse Write(string root, Action<XmlWriter> content)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, FeedWriter.Xml))
        {
            xml.WriteStartElement(root, Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return new(output.ToArray(), "application/xml; charset=utf-8");
    }

    private static void Add(XmlWriter xml, string element, string address, DateTimeOffset? changed)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteElementString("loc", Namespace, address);
        if (changed is { } at) xml.WriteElementString("lastmod", Namespace, at.ToOffset(ShanghaiTime.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
