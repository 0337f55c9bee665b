using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CreditKit.AspNetCore;

/// <summary>
/// The column as endpoints of the host: path base, fallback policy and SPA fallback work as for any endpoint. Anonymous,
/// GET and HEAD only; whatever else is asked below the prefix gets a page of the column's own.
/// </summary>
internal static partial class ColumnEndpoints
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints, string prefix)
    {
        if (!Prefix().IsMatch(prefix))
            throw new CreditKitException("CK1604", $"RoutePrefix 的值“{prefix}”不能用作地址。", "应以 / 开头、不以 / 结尾，只含字母、数字、- 和 _，例如 /shuanggongshi。");
        var column = endpoints.ServiceProvider.GetRequiredService<Column>();
        var group = endpoints.MapGroup(prefix);
        group.AllowAnonymous();
        Pages(group, column);
        Files(group, column);
        ApiEndpoints.Map(group, column);
        CaseEndpoints.Map(group, column, endpoints.ServiceProvider);
        group.Map("/{**rest}", http => Rest(http, column)).ExcludeFromDescription();
        return group;
    }

    private static void Pages(RouteGroupBuilder group, Column column)
    {
        Page("/", http => column.PageAsync(http, "", "", column.Front));
        Page("/licenses", http => List(http, RecordKind.License));
        Page("/penalties", http => List(http, RecordKind.Penalty));
        if (column.Options.Acts.Count > 0) Page("/acts", http => List(http, RecordKind.Act));
        Page("/search", http => List(http, null));
        Page("/records/{id}", Record);
        Page("/subjects/{code}", Subject);
        Page("/withdrawn", http => column.PageAsync(http, "/withdrawn", "", c => column.Render(PageTemplates.Notices, PlainPages.Notices(c))));
        Page("/remedy", http => column.PageAsync(http, "/remedy", "", c => column.Render(PageTemplates.Remedy, PlainPages.Remedy(c, column.Repair))));
        Page("/about", http => column.PageAsync(http, "/about", "", c => column.Render(PageTemplates.About, PlainPages.About(c))));
        Page(ListPages.ListsPath, http => column.PageAsync(http, ListPages.ListsPath, "", c => column.Render(PageTemplates.Lists, ListPages.Lists(c))));
        Page(ListPages.CommitmentsPath, http => column.PageAsync(http, ListPages.CommitmentsPath, "", c => column.Render(PageTemplates.Commitments, ListPages.Commitments(c))));
        Page("/privacy", http => column.PageAsync(http, "/privacy", "", c => column.Render(PageTemplates.Privacy, PlainPages.Privacy(c))));
        Page(StatisticsMapper.Path, http =>
        {
            var authority = ListQuery.Read(http.Request.Query, null).Filter.Authority;
            return column.PageAsync(http, StatisticsMapper.Path, ListQuery.Write(new() { Authority = authority }, false), c => column.Render(PageTemplates.Statistics, StatisticsMapper.Map(c, authority)));
        });
        Page(DictionaryPages.Path, http => column.PageAsync(http, DictionaryPages.Path, "", c => column.Render(PageTemplates.Dictionary, DictionaryPages.Map(c))));
        Page(CatalogueMapper.Path, http => column.PageAsync(http, CatalogueMapper.Path, "", c => column.Render(PageTemplates.Catalogue, CatalogueMapper.Map(c))));
        Page("/screen", http => Screen(http, column));
        Page("/data", http => column.PageAsync(http, "/data", "", c => column.Render(PageTemplates.Data, DataPages.Map(c))));

        void Page(string pattern, RequestDelegate handler) => group.MapMethods(pattern, ApiEndpoints.Verbs, handler).ExcludeFromDescription();

        Task List(HttpContext http, RecordKind? kind)
        {
            var asked = ListQuery.Read(http.Request.Query, kind, column.IsCursor);
            if (asked.Faults.Count > 0) return column.RefuseAsync(http, c => column.Render(PageTemplates.List, ListMapper.Wrong(c, kind, asked), StatusCodes.Status400BadRequest));
            if (asked.Filter.Text is not null && column.Gates.RefusesSearch(http)) return column.TooManyAsync(http);
            return column.PageAsync(http, ListMapper.PathOf(kind), ListQuery.Write(asked.Filter, kind is null, asked.Cursor, asked.Number), c => column.Render(PageTemplates.List, ListMapper.Map(c, kind, asked)));
        }

        Task Record(HttpContext http)
        {
            var id = (string)http.Request.RouteValues["id"]!;
            return column.PageAsync(http, "/records/" + id, "", context => context.Query.Find(id) switch
            {
                { Record: { } record } => column.Render(PageTemplates.Detail, DetailMapper.Map(context, record)),
                { Notice: { } notice } => column.Render(PageTemplates.Withdrawn, PlainPages.Withdrawn(context, notice), StatusCodes.Status410Gone),
                _ => column.Render(PageTemplates.Message, PlainPages.NotFound(context), StatusCodes.Status404NotFound),
            });
        }

        Task Subject(HttpContext http)
        {
            var code = ((string)http.Request.RouteValues["code"]!).ToUpperInvariant();
            var asked = ListQuery.Read(http.Request.Query, null, column.IsCursor);
            if (asked.Faults.Count > 0) return column.RefuseAsync(http, c => column.Render(PageTemplates.Message, PlainPages.Wrong(c, asked.Faults, c.Urls.Subject(code)), StatusCodes.Status400BadRequest));
            return column.PageAsync(http, "/subjects/" + code, ListQuery.Write(new(), false, asked.Cursor, asked.Number), context =>
                SubjectCode().IsMatch(code) && SubjectMapper.Map(context, code, asked) is { } page
                    ? column.Render(PageTemplates.Subject, page)
                    : column.Render(PageTemplates.Message, PlainPages.NoSubject(context), StatusCodes.Status404NotFound));
        }
    }

    private static void Files(RouteGroupBuilder group, Column column)
    {
        File("/assets/{hash}/{name}", Asset);
        foreach (var kind in column.Options.Kinds)
        {
            var path = ListMapper.PathOf(kind);
            File(path + "/feed.xml", http => Feed(http, path + "/feed.xml", (c, site) => FeedWriter.Rss(c, kind, site)));
            File(path + "/feed.json", http => Feed(http, path + "/feed.json", (c, site) => FeedWriter.JsonFeed(c, kind, site)));
            group.MapMethods("/embed" + path, ApiEndpoints.Verbs, http => Embed(http, column, kind)).ExcludeFromDescription();
            File($"/data{path}.xlsx", http => OpenDataWriter.XlsxAsync(http, column, kind));
            File($"/data{path}.csv", http => OpenDataWriter.CsvAsync(http, column, kind));
            File($"/data{path}.jsonl", http => OpenDataWriter.JsonLinesAsync(http, column, kind));
        }

        File(AttachmentEndpoint.Pattern, http => AttachmentEndpoint.WriteAsync(http, column));
        File("/data/records.xlsx", http => OpenDataWriter.XlsxAsync(http, column, null));
        File("/data/full.zip", http => OpenDataWriter.DumpAsync(http, column));
        File("/data/manifest.json", http => column.DocumentAsync(http, "/data/manifest.json", "", c => new(JsonSerializer.SerializeToUtf8Bytes(DataPages.Manifest(c), ApiJson.Web.ApiManifest), "application/json; charset=utf-8")));
        File(DictionaryPages.Path + ".json", http => column.DocumentAsync(http, DictionaryPages.Path + ".json", "", c => new(DictionaryPages.Json(c), "application/json; charset=utf-8")));
        File("/data/statistics.csv", http => column.DocumentAsync(http, "/data/statistics.csv", "", StatisticsCsv));
        File("/data/records.csv", http => OpenDataWriter.CsvAsync(http, column, null));
        File("/data/records.jsonl", http => OpenDataWriter.JsonLinesAsync(http, column, null));
        File("/sitemap.xml", http => Feed(http, "/sitemap.xml", Sitemap.Index));
        File("/sitemap-pages.xml", http => Feed(http, "/sitemap-pages.xml", Sitemap.Pages));
        File("/sitemap-{name:regex(^(\\d{{4}}-\\d{{2}}|undated)$)}-{part:int:range(1,1000)}.xml", http =>
        {
            var (name, part) = ((string)http.Request.RouteValues["name"]!, int.Parse((string)http.Request.RouteValues["part"]!, CultureInfo.InvariantCulture));
            return Feed(http, $"/sitemap-{name}-{part}.xml", (c, site) => Sitemap.Month(c, site, name, part) ?? column.Render(PageTemplates.Message, PlainPages.NotFound(c), StatusCodes.Status404NotFound));
        });

        void File(string pattern, RequestDelegate handler) => group.MapMethods(pattern, ApiEndpoints.Verbs, handler).ExcludeFromDescription();

        Task Asset(HttpContext http)
        {
            var (file, current) = column.Assets.Find((string)http.Request.RouteValues["hash"]!, (string)http.Request.RouteValues["name"]!);
            return file is null ? NotFound(http, column) : ResponseWriter.WriteAsync(http, file, current ? "public, max-age=31536000, immutable" : "no-cache");
        }

        Task Feed(HttpContext http, string path, Func<PageContext, Uri, StoredResponse> write) => column.DocumentAsync(http, path, "", context =>
            context.Options.PublicBaseUrl is { } site
                ? write(context, site)
                : column.Render(PageTemplates.Message, PlainPages.NeedsPublicAddress(context), StatusCodes.Status404NotFound));
    }

    private static StoredResponse StatisticsCsv(PageContext context)
    {
        var bytes = new ArrayBufferWriter<byte>();
        CsvExport.WriteAsync(bytes, StatisticsMapper.Table(context.Query.Statistics()), () => default).GetAwaiter().GetResult();
        return new(bytes.WrittenSpan, "text/csv; charset=utf-8") { Extra = (HeaderNames.ContentDisposition, "attachment; filename=\"statistics.csv\"") };
    }

    // The page of another site stands around it, so that site must be allowed to frame it; it holds links and nothing else.
    private static Task Embed(HttpContext http, Column column, RecordKind kind)
    {
        var path = "/embed" + ListMapper.PathOf(kind);
        return column.PageAsync(http, path, "", c => column.Render(PageTemplates.Embed, SmallPages.Embed(c, kind), frameAncestors: c.Options.EmbedAllowedBy));
    }

    // The screen turns by a header: no script, and nothing in the page itself moves.
    private static Task Screen(HttpContext http, Column column)
    {
        var turn = ListQuery.Read(http.Request.Query, null).Number;
        var paused = http.Request.Query["pause"] == "1";
        turn = Math.Min(turn, 100);
        return column.PageAsync(http, "/screen", string.Create(CultureInfo.InvariantCulture, $"p={turn}&pause={(paused ? 1 : 0)}"), c =>
        {
            var page = SmallPages.Screen(c, turn, paused);
            return column.Render(PageTemplates.Screen, page, extra: paused ? null : ("Refresh", string.Create(CultureInfo.InvariantCulture, $"{SmallPages.TurnSeconds};url={page.NextUrl}")));
        });
    }

    /// <summary>Neither the host's error page nor its SPA answers below the prefix.</summary>
    private static Task Rest(HttpContext http, Column column)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return NotFound(http, column);
        ResponseWriter.Secure(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD";
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("本专栏只提供查阅（GET、HEAD）。", http.RequestAborted);
    }

    private static Task NotFound(HttpContext http, Column column) => column.MessageAsync(http, "/404", PlainPages.NotFound, StatusCodes.Status404NotFound);

    [GeneratedRegex("^(/[A-Za-z0-9_-]+)+$")]
    private static partial Regex Prefix();

    [GeneratedRegex("^[0-9A-Z]{18}$")]
    private static partial Regex SubjectCode();
}
