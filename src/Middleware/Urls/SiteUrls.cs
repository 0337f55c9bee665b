using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>
/// The only builder of links into the column: path base of the request, prefix of the options, never a host name.
/// Resolve it from the services of a request to link to the column from a page of your own.
/// </summary>
public sealed class SiteUrls
{
    private readonly string _root;
    private readonly string _prefix;
    private readonly bool _large;

    /// <summary>Links for one request.</summary>
    /// <param name="pathBase">The path base of the request.</param>
    /// <param name="prefix">The column's prefix, e.g. <c>/shuanggongshi</c>.</param>
    /// <param name="largeType">Links keep large type, so that it persists without script or cookie.</param>
    public SiteUrls(PathString pathBase, string prefix, bool largeType = false)
    {
        PathBase = pathBase.HasValue ? pathBase.ToUriComponent() : "";
        _prefix = prefix;
        _root = PathBase + prefix;
        _large = largeType;
    }

    /// <summary>The front page of the site: its path base.</summary>
    public string Site(string? path) => path is null ? PathBase + "/" : path.StartsWith('/') ? PathBase + path : path;

    /// <summary>The column's front page.</summary>
    public string Home => Page("");

    /// <summary>行政许可.</summary>
    public string Licenses => Page("/licenses");

    /// <summary>List of the other acts.</summary>
    public string Acts => Page("/acts");

    /// <summary>行政处罚.</summary>
    public string Penalties => Page("/penalties");

    /// <summary>Search.</summary>
    public string Search => Page("/search");

    /// <summary>Notices of withdrawal.</summary>
    public string Withdrawn => Page("/withdrawn");

    /// <summary>Objection and repair.</summary>
    public string Remedy => Page("/remedy");

    /// <summary>What is published and by which rules.</summary>
    public string About => Page("/about");

    /// <summary>Downloads.</summary>
    public string Data => Page("/data");

    /// <summary>The item catalogue.</summary>
    public string Catalogue => Page("/catalogue");

    /// <summary>Statistics.</summary>
    public string Statistics => Page("/statistics");

    /// <summary>What the columns and values of the downloads mean.</summary>
    public string Dictionary => Page("/data/dictionary");

    /// <summary>What becomes of visitors' data.</summary>
    public string Privacy => Page("/privacy");

    /// <summary>One record.</summary>
    /// <param name="id">Public id.</param>
    public string Record(string id) => Page("/records/" + UrlEncoder.Default.Encode(id));

    /// <summary>A page of the public copy of a paper.</summary>
    /// <param name="id">Public id of the record.</param>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="page">1 and up.</param>
    /// <param name="extension">With the dot, e.g. <c>.png</c>.</param>
    public string Attachment(string id, string attachment, int page, string extension) => File(AttachmentPath(id, attachment, page, extension));

    /// <summary>Everything public on one organisation.</summary>
    /// <param name="code">统一社会信用代码.</param>
    public string Subject(string code) => Page("/subjects/" + UrlEncoder.Default.Encode(code));

    /// <summary>The place of a page of a paper within the column.</summary>
    internal static string AttachmentPath(string id, string attachment, int page, string extension) =>
        $"/records/{UrlEncoder.Default.Encode(id)}/files/{UrlEncoder.Default.Encode(attachment)}/{PageName(page, extension)}";

    /// <summary>The last part of that place.</summary>
    internal static string PageName(int page, string extension) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{page}{extension}");

    /// <summary>The path base of the request, as it stands in an address.</summary>
    internal string PathBase { get; }

    /// <summary>Large type is on.</summary>
    internal bool LargeType => _large;

    /// <summary>A page of the column with a query that is encoded already.</summary>
    internal string Page(string path, string query = "") => Page(path, query, _large);

    /// <summary>The same page in the other type size.</summary>
    internal string InOtherType(string path, string query) => Page(path, query, !_large);

    private string Page(string path, string query, bool large) => (query.Length, large) switch
    {
        (0, false) => _root + path,
        (0, true) => _root + path + "?type=large",
        (_, false) => _root + path + "?" + query,
        _ => _root + path + "?" + query + "&type=large",
    };

    /// <summary>A file of the column: no type size.</summary>
    internal string File(string path, string query = "") => query.Length == 0 ? _root + path : _root + path + "?" + query;

    /// <summary>Where a form leads: fields carry the query.</summary>
    internal string Form(string path) => _root + path;

    /// <summary>
    /// An absolute address for feeds, sitemap and share cards. A public address with a path says where the site stands for
    /// visitors and takes the place of the path base, which a proxy may add or take away.
    /// </summary>
    internal string Absolute(Uri publicBase, string path) =>
        publicBase.AbsolutePath == "/" ? publicBase.GetLeftPart(UriPartial.Authority) + _root + path : publicBase.AbsoluteUri.TrimEnd('/') + _prefix + path;
}
