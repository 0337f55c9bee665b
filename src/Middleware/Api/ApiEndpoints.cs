using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CreditKit.Publication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CreditKit.AspNetCore;

/// <summary>The JSON interface. Parameters are read as text, so that a wrong one is explained in Chinese and not by the framework.</summary>
internal static class ApiEndpoints
{
    private const string Json = "application/json; charset=utf-8";
    private const string Problem = "application/problem+json";
    private const int DefaultSize = 20;
    private const int LargestSize = 100;
    private const int MostNotices = 200;
    private const int LongestCursor = 64;
    private const int DefaultIncrement = 200;
    private const int LargestIncrement = 1_000;

    public static void Map(RouteGroupBuilder group, Column column)
    {
        var api = group.MapGroup("/api/v1").WithGroupName(ColumnDocument.Name).WithTags("双公示").WithMetadata(new IncludeInDocument());
        Get(api, "/overview", "getOverview", "概况", http => Plain(http, column, "/api/v1/overview", c => Body(ApiMapper.Overview(c.Query.Overview()), ApiJson.Web.ApiOverview)))
            .Produces<ApiOverview>();
        Get(api, "/records", "listRecords", "列表和查询", http => List(http, column, "/api/v1/records", null), (
            [Description("关键词，每个 1 到 40 个字；多个词用空格分开。"), StringLength(ListQuery.LongestText)] string? q,
            [Description("license 行政许可，penalty 行政处罚，act 其他行政行为。")] string? kind,
            [Description("决定机关全称。")] string? authority,
            [Description("类别全称。")] string? category,
            [Description("slight、general、serious、specific-serious。")] string? severity,
            [Description("valid、invalid。")] string? status,
            [Description("organization、natural-person、sole-trader。")] string? counterpart,
            [Description("决定日期不早于，yyyy-MM-dd。")] string? from,
            [Description("决定日期不晚于，yyyy-MM-dd。")] string? to,
            [Description("上次结果中的 next 或 previous。")] string? cursor,
            [Description("每页条数，1 到 100，默认 20。"), Range(1, LargestSize)] int? size) => { })
            .Produces<ApiList>().Produces<ApiProblem>(400, Problem);
        Get(api, "/records/{id}", "getRecord", "一条信息", http => Record(http, column, (string)http.Request.RouteValues["id"]!), ([Description("公示编号。")] string id) => { })
            .Produces<ApiRecord>().Produces<ApiProblem>(404, Problem).Produces<ApiProblem>(410, Problem);
        Get(api, "/subjects/{code}", "getSubject", "一个主体的全部信息", http => Subject(http, column), (
            [Description("统一社会信用代码。")] string code,
            [Description("上次结果中的 next 或 previous。")] string? cursor,
            [Description("每页条数，1 到 100，默认 20。"), Range(1, LargestSize)] int? size) => { })
            .Produces<ApiList>().Produces<ApiProblem>(400, Problem);
        Get(api, "/notices", "listNotices", "撤下公告", http => Plain(http, column, "/api/v1/notices", c => Body(ApiMapper.Notices(c.Query.Notices(MostNotices)), ApiJson.Web.IReadOnlyListApiNotice)))
            .Produces<IReadOnlyList<ApiNotice>>();
        Get(api, "/catalogue", "getCatalogue", "事项目录", http => Plain(http, column, "/api/v1/catalogue", c => Body(c.Query.Catalogue() ?? new PublicCatalogue(default, []), PublicCatalogueJson.Default.PublicCatalogue)))
            .Produces<PublicCatalogue>();
        Get(api, "/statistics", "getStatistics", "统计", http => Plain(http, column, "/api/v1/statistics", c => Body(ApiMapper.Statistics(c.Query.Statistics()), ApiJson.Web.ApiStatistics)))
            .Produces<ApiStatistics>();
        Get(api, "/changes", "getChanges", "增量", http => Changes(http, column), (
            [Description("上次结果中的 token；不带时只返回现在的 token，请先下载全量，再从它开始取增量。")] string? since,
            [Description("大约最多多少条变化，1 到 1000，默认 200。"), Range(1, LargestIncrement)] int? size) => { })
            .Produces<ApiChanges>().Produces<ApiProblem>(400, Problem).Produces<ApiProblem>(410, Problem).Produces<ApiProblem>(429, Problem);
        group.MapMethods("/api/v1/openapi.json", Verbs, http => ColumnDocument.WriteAsync(http, OpenApiSpecVersion.OpenApi3_1)).ExcludeFromDescription();
        group.MapMethods("/api/v1/openapi-3.0.json", Verbs, http => ColumnDocument.WriteAsync(http, OpenApiSpecVersion.OpenApi3_0)).ExcludeFromDescription();
        group.MapMethods("/api/{**rest}", Verbs, http => ResponseWriter.WriteAsync(http, Fault(404, "没有这个接口", "接口说明见 api/v1/openapi.json。"), "no-store")).ExcludeFromDescription();
    }

    internal static readonly string[] Verbs = [HttpMethods.Get, HttpMethods.Head];

    private static Task List(HttpContext http, Column column, string path, string? subject)
    {
        var asked = ListQuery.Read(http.Request.Query, null);
        List<string> faults = [.. ApiParameters.Faults(http.Request.Query, subject is null ? ApiParameters.List : ApiParameters.Subject), .. asked.Faults.Select(f => f.Text)];
        var size = DefaultSize;
        if (http.Request.Query.TryGetValue("size", out var text) && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestSize))
            faults.Add("参数 size 应为 1 到 100 的整数。");
        if (http.Request.Query["cursor"] is [{ Length: > 0 } given, ..] && !(given.Length <= LongestCursor && column.Query.IsReady && column.Query.IsCursor(given)))
            faults.Add("参数 cursor 无法识别，应原样使用上次结果中的 next 或 previous；从第一页开始时请不要带这个参数。");
        if (faults.Count > 0) return ResponseWriter.WriteAsync(http, Fault(400, "参数有误", string.Join("", faults)), "no-store");
        if (asked.Filter.Text is not null && column.Gates.RefusesSearch(http)) return ResponseWriter.WriteAsync(http, Fault(429, "查询太频繁", "同一网络地址短时间内查询的次数太多，请稍后再试。"), "no-store");
        var cursor = http.Request.Query["cursor"] is [{ Length: > 0 } place, ..] ? place : null;
        var filter = subject is null ? asked.Filter : new PublicFilter { SubjectCode = subject };
        var canonical = ListQuery.Write(filter, true, cursor) + "&size=" + size.ToString(CultureInfo.InvariantCulture);
        return column.DocumentAsync(http, path, canonical, c => Body(ApiMapper.List(c.Query.List(filter, cursor, size)), ApiJson.Web.ApiList), NotReady);
    }

    private static Task Subject(HttpContext http, Column column)
    {
        var code = (string)http.Request.RouteValues["code"]!;
        return List(http, column, "/api/v1/subjects/" + code, code);
    }

    // Never cached: what it says depends on the moment, and it is asked with a token of its own.
    private static Task Changes(HttpContext http, Column column)
    {
        var size = DefaultIncrement;
        if (Wrong(http, ApiParameters.Changes) is { } wrong) return ResponseWriter.WriteAsync(http, wrong, "no-store");
        if (http.Request.Query.TryGetValue("size", out var text) && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestIncrement))
            return ResponseWriter.WriteAsync(http, Fault(400, "参数有误", "参数 size 应为 1 到 1000 的整数。"), "no-store");
        if (column.Gates.RefusesDownload(http)) return ResponseWriter.WriteAsync(http, Fault(429, "下载太频繁", "同一网络地址短时间内下载的次数太多，请稍后再试。"), "no-store");
        if (!column.Query.IsReady) return ResponseWriter.WriteAsync(http, NotReady(column.Context(http)), "no-store");
        var increment = column.Query.Changes(http.Request.Query["since"] is [{ Length: > 0 } since, ..] ? since : null, size);
        return ResponseWriter.WriteAsync(http, increment.StartAgain
            ? Fault(410, "请重新下载全量", "这个 token 已经失效（公示库已重建，或者 token 有误）。请重新下载全量（压缩包里的 manifest.json 带有新的 token），再从它开始。")
            : Body(ApiMapper.Changes(increment), ApiJson.Web.ApiChanges), "no-store");
    }

    private static Task Record(HttpContext http, Column column, string id) => Plain(http, column, "/api/v1/records/" + id, context =>
    {
        var found = context.Query.Find(id);
        return found switch
        {
            { Record: { } record } => Body(ApiMapper.Record(record), ApiJson.Web.ApiRecord),
            { Notice: { } notice } => Fault(410, "信息已撤下", $"{ShanghaiTime.Minute(notice.WithdrawnAt)} 撤下，理由：{notice.Reason}"),
            _ => Fault(404, "没有这条信息", "编号有误，或者公示期已满。"),
        };
    });

    // Parameters are described by a signature that never runs: what was asked is read once, with the words of this column for
    // what is wrong, and a kept answer does not wait for eleven values to be bound. HEAD is answered too; in the document it
    // would only double every operation.
    private static RouteHandlerBuilder Get(RouteGroupBuilder api, string pattern, string operation, string summary, RequestDelegate answer, Delegate? parameters = null)
    {
        api.MapMethods(pattern, [HttpMethods.Head], answer).ExcludeFromDescription();
        var endpoint = api.MapMethods(pattern, [HttpMethods.Get], parameters ?? (() => { })).WithSummary(summary).WithMetadata(new OperationName(operation)).Produces<ApiProblem>(503, Problem);
        endpoint.Add(e => e.RequestDelegate = answer);
        return endpoint;
    }

    private static Task Plain(HttpContext http, Column column, string path, Func<PageContext, StoredResponse> make) =>
        Wrong(http, []) is { } wrong ? ResponseWriter.WriteAsync(http, wrong, "no-store") : column.DocumentAsync(http, path, "", make, NotReady);

    private static StoredResponse? Wrong(HttpContext http, IReadOnlyList<string> known) =>
        http.Request.Query.Count > 0 && ApiParameters.Faults(http.Request.Query, known).ToList() is { Count: > 0 } faults ? Fault(400, "参数有误", string.Join("", faults)) : null;

    private static StoredResponse Body<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), Json);

    private static StoredResponse NotReady(PageContext context) => Fault(503, "公示库正在准备", "请稍后再试。", (HeaderNames.RetryAfter, "10"));

    private static StoredResponse Fault(int status, string title, string detail, (string, string)? extra = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new ApiProblem(title, status, detail), ApiJson.Web.ApiProblem), Problem, status) { Extra = extra };
}

/// <summary>Marks the endpoints of the column's own document.</summary>
internal sealed class IncludeInDocument;

/// <summary>Name of an operation in the document; clients name their methods by it.</summary>
/// <param name="Name">In camel case.</param>
internal sealed record OperationName(string Name);
