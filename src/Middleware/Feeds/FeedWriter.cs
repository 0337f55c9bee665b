using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>RSS 2.0 and JSON Feed 1.1, from what is visible now; natural persons are in neither.</summary>
internal static class FeedWriter
{
    private const int Longest = 50;
    internal static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", CheckCharacters = true };

    public static StoredResponse Rss(PageContext context, RecordKind kind, Uri site)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Xml))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, "http://www.w3.org/2005/Atom");
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", Title(context, kind));
            xml.WriteElementString("link", context.Urls.Absolute(site, ListMapper.PathOf(kind)));
            xml.WriteElementString("description", $"{context.Options.Agency.Name}作出的{Words.Of(kind)}决定，最新 {Longest} 条");
            xml.WriteElementString("language", "zh-CN");
            xml.WriteStartElement("atom", "link", "http://www.w3.org/2005/Atom");
            xml.WriteAttributeString("href", context.Urls.Absolute(site, ListMapper.PathOf(kind) + "/feed.xml"));
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            foreach (var row in Rows(context, kind))
            {
                var url = context.Urls.Absolute(site, "/records/" + row.Id);
                xml.WriteStartElement("item");
                xml.WriteElementString("title", Clean(row.CounterpartName));
                xml.WriteElementString("link", url);
                xml.WriteStartElement("guid");
                xml.WriteAttributeString("isPermaLink", "true");
                xml.WriteString(url);
                xml.WriteEndElement();
                xml.WriteElementString("pubDate", row.PublishedAt.ToOffset(ShanghaiTime.Offset).ToString("ddd, dd MMM yyyy HH:mm:ss +0800", CultureInfo.InvariantCulture));
                xml.WriteElementString("category", Words.Of(row.Kind));
                xml.WriteElementString("description", Clean(Summary(row)));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return new(output.ToArray(), "application/rss+xml; charset=utf-8");
    }

    public static StoredResponse JsonFeed(PageContext context, RecordKind kind, Uri site)
    {
        var feed = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = Title(context, kind),
            ["home_page_url"] = context.Urls.Absolute(site, ListMapper.PathOf(kind)),
            ["feed_url"] = context.Urls.Absolute(site, ListMapper.PathOf(kind) + "/feed.json"),
            ["language"] = "zh-CN",
            ["items"] = new JsonArray([.. Rows(context, kind).Select(row => new JsonObject
            {
                ["id"] = row.Id,
                ["url"] = context.Urls.Absolute(site, "/records/" + row.Id),
                ["title"] = row.CounterpartName,
                ["content_text"] = Summary(row),
                ["date_published"] = row.PublishedAt.ToOffset(ShanghaiTime.Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                ["tags"] = new JsonArray(Words.Of(row.Kind), row.Category),
            })]),
        };
        return new(JsonSerializer.SerializeToUtf8Bytes(feed, PageTags.Json), "application/feed+json; charset=utf-8");
    }

    private static IEnumerable<PublicRow> Rows(PageContext context, RecordKind kind) =>
        PublicRows.Of(context.Query, new() { Kind = kind }).Take(Longest);

    private static string Title(PageContext context, RecordKind kind) => $"{Words.Of(kind)} - {context.Options.Look.ColumnName} - {context.Options.Agency.Name}";

    private static string Summary(PublicRow row) =>
        string.Join(' ', new[] { row.DocumentNumber, RowMapper.Shorten(row.Summary, 300), "决定日期 " + Words.Date(row.DecisionDate, "未提供") }.Where(s => s.Length > 0));

    /// <summary>XML 1.0 has no place for most control characters; a record that carries one must not break the feed.</summary>
    internal static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))) return text;
        return string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
    }
}
