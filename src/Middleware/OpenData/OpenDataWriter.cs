using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>Streams a filtered list as a file, made at read time from what is visible now; <c>fields=all</c> gives every public value instead of the list's.</summary>
internal static class OpenDataWriter
{
    public static Task CsvAsync(HttpContext http, Column column, RecordKind? kind) => WriteAsync(http, column, kind, "csv", "text/csv; charset=utf-8", (filter, full) =>
        !full && column.Query is ILineQuery lines
            ? CsvLines.WriteAsync(http.Response.BodyWriter, lines, filter, () => FlushAsync(http))
            : CsvExport.WriteAsync(http.Response.BodyWriter, Table(column.Query, filter, full), () => FlushAsync(http)));

    public static Task JsonLinesAsync(HttpContext http, Column column, RecordKind? kind) => WriteAsync(http, column, kind, "jsonl", "application/jsonl; charset=utf-8", (filter, full) => full
        ? JsonLinesExport.FullAsync(http.Response.BodyWriter, column.Query, filter, () => FlushAsync(http))
        : JsonLinesExport.ListAsync(http.Response.BodyWriter, column.Query, filter, () => FlushAsync(http)));

    public static Task XlsxAsync(HttpContext http, Column column, RecordKind? kind) => WriteAsync(http, column, kind, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (filter, full) =>
        XlsxExport.WriteAsync(new PipeStream(http.Response.BodyWriter), Table(column.Query, filter, full), NameOf(kind), () => FlushAsync(http)));

    public static Task DumpAsync(HttpContext http, Column column) => WriteAsync(http, column, null, "zip", "application/zip", (_, _) =>
        DumpExport.WriteAsync(http.Response.BodyWriter, column.Context(http), http.RequestAborted));

    private static Task WriteAsync(HttpContext http, Column column, RecordKind? kind, string extension, string contentType, Func<PublicFilter, bool, Task> write)
    {
        if (!column.Query.IsReady) return column.NotReadyAsync(http);
        var asked = ListQuery.Read(http.Request.Query, kind);
        if (asked.Faults.Count > 0) return column.RefuseAsync(http, c => column.Render(PageTemplates.Message, PlainPages.Wrong(c, asked.Faults, c.Urls.Page(ListMapper.PathOf(kind))), StatusCodes.Status400BadRequest));
        if (column.Gates.RefusesDownload(http)) return column.TooManyAsync(http);
        var response = http.Response;
        ResponseWriter.Secure(http);
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        var day = ListQuery.Day(column.Context(http).Today);
        response.Headers.ContentDisposition = $"attachment; filename=\"shuanggongshi-{day}.{extension}\"; filename*=UTF-8''{Uri.EscapeDataString(NameOf(kind))}-{day}.{extension}";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : write(asked.Filter, http.Request.Query["fields"] == "all");
    }

    private static string NameOf(RecordKind? kind) => kind is { } one ? Words.Of(one) + "公示" : "双公示";

    private static DataTable Table(IPublicQuery query, PublicFilter filter, bool full) => full ? DataTable.Full(query, filter) : DataTable.List(query, filter);

    private static async ValueTask FlushAsync(HttpContext http) => await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
}
