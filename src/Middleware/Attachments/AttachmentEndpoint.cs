using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CreditKit.AspNetCore;

/// <summary>
/// Pages of released attachments, under the address of their record: whole or a range, as long as the record is visible.
/// Every piece is asked for anew: a withdrawal ends a download that is under way.
/// </summary>
internal static class AttachmentEndpoint
{
    public const string Pattern = "/records/{id}/files/{attachment}/{name}";

    // Nothing of a picture runs, and it may be shown on pages of this site only.
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'self'";

    public static async Task WriteAsync(HttpContext http, Column column)
    {
        var (id, attachment, name) = (Route(http, "id"), Route(http, "attachment"), Route(http, "name"));
        if (!column.Query.IsReady)
        {
            await column.NotReadyAsync(http);
            return;
        }

        var found = column.Query.Find(id);
        if (found.Record is not { } record || PageOf(record, attachment, name) is not { } page)
        {
            await column.PageAsync(http, "/records/" + id + "/files/-", "", context => found.Notice is { } notice && found.Record is null
                ? column.Render(PageTemplates.Withdrawn, PlainPages.Withdrawn(context, notice), StatusCodes.Status410Gone)
                : column.Render(PageTemplates.Message, PlainPages.NotFound(context), StatusCodes.Status404NotFound));
            return;
        }

        await WriteAsync(http, column.Query, record, attachment, page);
    }

    private static async Task WriteAsync(HttpContext http, IPublicQuery query, PublicRecord record, string attachment, (int Number, AttachmentPage Page) page)
    {
        var response = http.Response;
        var headers = response.Headers;
        ResponseWriter.Secure(http);
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        headers.AcceptRanges = "bytes";
        var tag = new EntityTagHeaderValue($"\"{page.Page.Sha256}\"");
        headers.ETag = tag.ToString();
        if (record.NaturalPerson) headers["X-Robots-Tag"] = "noindex, noarchive";
        var request = http.Request.GetTypedHeaders();
        if (request.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = page.Page.MediaType;
        headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"inline; filename=\"{record.Id}-{page.Number}{page.Page.Extension}\"");
        var (from, to) = (0L, page.Page.Length - 1);
        if (request.Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } && (request.IfRange?.EntityTag is not { } condition || condition.Compare(tag, useStrongComparison: true)) && request.IfRange?.LastModified is null)
        {
            if (RangeOf(ranges.First(), page.Page.Length) is not { } range)
            {
                response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                headers.ContentRange = new ContentRangeHeaderValue(page.Page.Length).ToString();
                response.ContentType = null;
                headers.Remove(HeaderNames.ContentDisposition);
                return;
            }

            (from, to) = range;
            response.StatusCode = StatusCodes.Status206PartialContent;
            headers.ContentRange = new ContentRangeHeaderValue(from, to, page.Page.Length).ToString();
        }

        response.ContentLength = to - from + 1;
        if (HttpMethods.IsHead(http.Request.Method)) return;
        for (var at = from; at <= to;)
        {
            var part = (int)(at / AttachmentPage.PieceSize);
            var start = (int)(at % AttachmentPage.PieceSize);
            if (query.AttachmentPiece(record.Id, attachment, page.Number, part) is not { } piece || piece.Length <= start)
            {
                // Taken down while it was read: what was promised is not completed.
                http.Abort();
                return;
            }

            var step = (int)Math.Min(piece.Length - start, to - at + 1);
            await response.Body.WriteAsync(piece.AsMemory(start, step), http.RequestAborted);
            at += step;
        }
    }

    private static (int Number, AttachmentPage Page)? PageOf(PublicRecord record, string attachment, string name)
    {
        var pages = record.Attachments.FirstOrDefault(a => a.Id == attachment)?.Pages;
        var dot = name.LastIndexOf('.');
        if (pages is null || dot <= 0 || !int.TryParse(name.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > pages.Count) return null;
        return pages[number - 1] is var page && name == SiteUrls.PageName(number, page.Extension) ? (number, page) : null;
    }

    private static (long From, long To)? RangeOf(RangeItemHeaderValue range, long length) => (range.From, range.To) switch
    {
        ({ } from, var to) when from < length => (from, Math.Min(to ?? length - 1, length - 1)),
        (null, { } last) when last > 0 => (Math.Max(0, length - last), length - 1),
        _ => null,
    };

    private static string Route(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;
}
