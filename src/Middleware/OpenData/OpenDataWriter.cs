using System.IO.Pipelines;
using CreditKit.Publication;
using CreditKit.Records;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>Streams a filtered list as a file, made at read time from what is visible now.</summary>
internal static class OpenDataWriter
{
    public static Task CsvAsync(HttpContext http, Column column, RecordKind? kind) => WriteAsync(http, column, kind, "csv", "text/csv; charset=utf-8", CsvExport.WriteAsync);

    public static Task JsonLinesAsync(HttpContext http, Column column, RecordKind? kind) => WriteAsync(http, column, kind, "jsonl", "application/jsonl; charset=utf-8", JsonLinesExport.WriteAsync);

    private static Task WriteAsync(HttpContext http, Column column, RecordKind? kind, string extension, string contentType, Func<PipeWriter, IPublicQuery, PublicFilter, CancellationToken, Task> write)
    {
        if (!column.Query.IsReady) return column.NotReadyAsync(http);
        var response = http.Response;
        ResponseWriter.Secure(http);
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        var name = kind switch { RecordKind.License => "行政许可公示", RecordKind.Penalty => "行政处罚公示", _ => "双公示" };
        var day = ListQuery.Day(column.Context(http).Today);
        response.Headers.ContentDisposition = $"attachment; filename=\"shuanggongshi-{day}.{extension}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}-{day}.{extension}";
        if (HttpMethods.IsHead(http.Request.Method)) return Task.CompletedTask;
        return write(response.BodyWriter, column.Query, ListQuery.Read(http.Request.Query, kind).Filter, http.RequestAborted);
    }
}
