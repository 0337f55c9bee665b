using System.Globalization;
using System.Text;
using CreditKit.Publication;
using CreditKit.Templates;
using CreditKit.Templates.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CreditKit.AspNetCore;

/// <summary>Answers questions of visitors: from the cache, or by making the answer once.</summary>
internal sealed class Column(IPublicQuery query, IOptions<ShuangGongShiOptions> options, ITemplateRenderer renderer, ColumnAssets assets, ResponseCache cache, RepairGuideline repair, ColumnExtras extras, TimeProvider time)
{
    private const int RetryAfterSeconds = 10;

    private readonly SiteFrames _frames = new(options.Value);

    public IPublicQuery Query => query;

    public ShuangGongShiOptions Options { get; } = options.Value;

    public ColumnAssets Assets => assets;

    public RepairGuideline Repair => repair;

    /// <summary>The limits of costly answers.</summary>
    public ColumnGates Gates { get; } = new(options.Value.Limits, time);

    /// <summary>A page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">The page within the column, as the cache knows it.</param>
    /// <param name="canonical">Its canonical query.</param>
    /// <param name="make">Makes it.</param>
    public Task PageAsync(HttpContext http, string path, string canonical, Func<PageContext, StoredResponse> make) =>
        AnswerAsync(http, path, canonical, LargeType(http.Request), make, NotReady);

    /// <summary>A feed, a document or an answer of the interface.</summary>
    public Task DocumentAsync(HttpContext http, string path, string canonical, Func<PageContext, StoredResponse> make, Func<PageContext, StoredResponse>? notReady = null) =>
        AnswerAsync(http, path, canonical, false, make, notReady ?? NotReady);

    /// <summary>A page without a question to the data; stands even while there is none.</summary>
    public Task MessageAsync(HttpContext http, string path, Func<PageContext, MessagePage> map, int status)
    {
        var context = Context(http, LargeType(http.Request));
        return WriteAsync(http, Cached(context, path, "", c => Render(PageTemplates.Message, map(c), status)), "no-store");
    }

    /// <summary>429: too many in a short time; Retry-After is set already.</summary>
    public Task TooManyAsync(HttpContext http)
    {
        var context = Context(http, LargeType(http.Request));
        return WriteAsync(http, Render(PageTemplates.Message, PlainPages.TooMany(context), StatusCodes.Status429TooManyRequests), "no-store");
    }

    /// <summary>400: a page that says what is wrong with the question.</summary>
    public Task RefuseAsync(HttpContext http, Func<PageContext, StoredResponse> make) => WriteAsync(http, make(Context(http, LargeType(http.Request))), "no-store");

    /// <summary>Whether a text can be a place in a list. While there is no data, any can.</summary>
    public bool IsCursor(string text) => !query.IsReady || query.IsCursor(text);

    /// <summary>503: there is no public store yet.</summary>
    public Task NotReadyAsync(HttpContext http) => WriteAsync(http, NotReady(Context(http)), "no-store");

    public StoredResponse Render(string page, PageModel model, int status = StatusCodes.Status200OK, (string Name, string Value)? extra = null, string? frameAncestors = null)
    {
        using var buffer = new PooledBuffer();
        renderer.Render(page, model, buffer);
        return new(buffer.Written, "text/html; charset=utf-8", status) { Extra = extra, FrameAncestors = frameAncestors, Title = page is PageTemplates.Embed or PageTemplates.Screen ? null : model.Title };
    }

    public PageContext Context(HttpContext http, bool largeType = false) => Context(http.Request.PathBase, largeType);

    /// <summary>Makes and keeps the front page. A fault is not told here: it meets whoever asks for the page.</summary>
    public void WarmUp()
    {
        try
        {
            if (query.IsReady) _ = Cached(Context(PathString.Empty, largeType: false), "", "", Front).Body(ContentCoding.Brotli);
        }
#pragma warning disable CA1031 // Nobody waits for it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // As said above.
        }
    }

    /// <summary>The front page.</summary>
    public StoredResponse Front(PageContext context) => Render(PageTemplates.Front, FrontMapper.Map(context));

    private PageContext Context(PathString pathBase, bool largeType) =>
        new(query, Options, new SiteUrls(pathBase, Options.RoutePrefix, largeType), _frames, assets, extras, time.GetUtcNow());

    private Task AnswerAsync(HttpContext http, string path, string canonical, bool largeType, Func<PageContext, StoredResponse> make, Func<PageContext, StoredResponse> notReady)
    {
        var context = Context(http, largeType);
        var stored = query.IsReady ? Cached(context, path, canonical, make) : notReady(context);
        return WriteAsync(http, stored, stored.Status == StatusCodes.Status503ServiceUnavailable ? "no-store" : "no-cache");
    }

    private StoredResponse Cached(PageContext context, string path, string canonical, Func<PageContext, StoredResponse> make)
    {
        // The version is read before the data. Odd: a commit is under way, and what is read now belongs to no version.
        var version = query.IsReady ? query.Version : -2;
        if (version % 2 != 0) return make(context);
        return cache.Get(new(context.Urls.PathBase, path, canonical, context.Urls.LargeType, extras.Version), version, context.Now, () =>
        {
            var response = make(context);
            if (version < 0) return (response, DateTimeOffset.MinValue);
            var midnight = ShanghaiTime.NextMidnight(context.Now);
            var boundary = query.NextBoundary;
            return (response, query.Version != version ? DateTimeOffset.MinValue : boundary < midnight ? boundary.Value : midnight);
        });
    }

    private StoredResponse NotReady(PageContext context) =>
        Render(PageTemplates.Message, PlainPages.NotReady(context), StatusCodes.Status503ServiceUnavailable, (HeaderNames.RetryAfter, RetryAfterSeconds.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Writes an answer; a page into the layout of the host, where one is set.</summary>
    public Task WriteAsync(HttpContext http, StoredResponse stored, string cacheControl) => Options.Look.RazorLayout is { } layout && stored.Title is { } title
        ? RazorFrame.WriteAsync(http, layout, title, Encoding.UTF8.GetString(stored.Body(ContentCoding.Identity)), stored.Status, stored.Extra)
        : ResponseWriter.WriteAsync(http, stored, cacheControl);

    private static bool LargeType(HttpRequest request) => request.QueryString.HasValue && request.Query["type"] == "large";
}
