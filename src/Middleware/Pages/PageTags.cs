using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CreditKit.Desensitization;
using CreditKit.Records;
using CreditKit.Templates;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Site, column and content tags (网页标签规范, annex to 国办发〔2017〕47号), share cards, Schema.org data.</summary>
internal static class PageTags
{
    /// <summary>Escapes what has a meaning in HTML and leaves Chinese as it is.</summary>
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly JsonWriterOptions Written = new() { Encoder = Json.Encoder };

    public static IReadOnlyList<MetaModel> Site(ShuangGongShiOptions options, AgencyModel agency)
    {
        if (!options.Site.EmitSiteTags) return [];
        var tags = new List<MetaModel>(3) { Tag("SiteName", agency.SiteName) };
        if (options.Site.Domain is { } domain) tags.Add(Tag("SiteDomain", domain));
        if (options.Site.IdCode is { } code) tags.Add(Tag("SiteIDCode", code));
        return tags;
    }

    public static IEnumerable<MetaModel> Column(ShuangGongShiOptions options, string name, string description) =>
    [
        Tag("ColumnName", name),
        Tag("ColumnDescription", description),
        Tag("ColumnKeywords", $"双公示,{name},信用信息,{options.Agency.Name}"),
        Tag("ColumnType", "信息公开"),
    ];

    public static IEnumerable<MetaModel> Article(PublicRecord record, string title, string url)
    {
        yield return Tag("ArticleTitle", title);
        yield return Tag("PubDate", ShanghaiTime.Minute(record.PublishedAt));
        yield return Tag("ContentSource", record.AuthorityName);
        yield return Tag("Keywords", string.Join(',', new[] { Words.Of(record.Kind), record.Category, record.Domain }.Where(k => k.Length > 0)));
        var description = $"{record.AuthorityName} {Words.Of(record.Kind)}决定 {record.DocumentNumber} {record.Title}".Trim();
        yield return Tag("Description", description);
        if (url.Length == 0) yield break;
        yield return Tag("Url", url);
        yield return new() { Name = "og:title", Content = title, Property = true };
        yield return new() { Name = "og:description", Content = description, Property = true };
        yield return new() { Name = "og:url", Content = url, Property = true };
        yield return new() { Name = "og:type", Content = "article", Property = true };
    }

    /// <summary>A licence as GovernmentPermit, a penalty as Report.</summary>
    public static TrustedMarkup Schema(PublicRecord record, string title)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Written))
        {
            json.WriteStartObject();
            json.WriteString("@context"u8, "https://schema.org"u8);
            json.WriteString("@type"u8, record.Kind == RecordKind.License ? "GovernmentPermit"u8 : "Report"u8);
            json.WriteString("name"u8, title);
            json.WriteString("identifier"u8, record.DocumentNumber.Length == 0 ? record.Id : record.DocumentNumber);
            json.WriteString("inLanguage"u8, "zh-CN"u8);
            if (record.Kind == RecordKind.License)
            {
                Thing("issuedBy", "GovernmentOrganization", record.AuthorityName, null);
                if (record.DecisionDate is { } issued) json.WriteString("validFrom"u8, ListQuery.Day(issued));
            }
            else
            {
                Thing("publisher", "GovernmentOrganization", record.AuthorityName, null);
                Thing("about", "Organization", record.CounterpartName, record.CounterpartCode);
                json.WriteString("datePublished"u8, record.PublishedAt.ToOffset(ShanghaiTime.Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
                if (record.Until is { } until) json.WriteString("expires"u8, ListQuery.Day(until.AddDays(-1)));
            }

            json.WriteEndObject();

            void Thing(string property, string type, string name, string? code)
            {
                json.WriteStartObject(property);
                json.WriteString("@type"u8, type);
                json.WriteString("name"u8, name);
                if (code is not null) json.WriteString("taxID"u8, code);
                json.WriteEndObject();
            }
        }

        return TrustedMarkup.FromEscapedJson(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private static MetaModel Tag(string name, string content) => new() { Name = name, Content = content };
}
