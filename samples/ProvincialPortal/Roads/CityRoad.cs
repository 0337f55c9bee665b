using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ProvincialPortal.Rules;
using ProvincialPortal.Store;

namespace ProvincialPortal.Roads;

/// <summary>
/// A city's JSON service: a SOAP method (or a form) with catalogue, department, version and a JSON array of rows. Good rows
/// are taken, bad ones are counted and not named. One live row per document number and counterpart.
/// </summary>
internal static class CityRoad
{
    private const string Road = "市平台";
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(WebApplication app)
    {
        app.MapPost("/city/DataService", async (HttpContext context, PortalStore store, RowRules rules, ProvincialPortalOptions options, TimeProvider time) =>
            await SoapMessage.ReadAsync(context.Request) is { } call
                ? call.Answer(Serve(context, store, rules, RoadContext.Of(context, time, options), options, call.Operation.LocalName, name => call[name]))
                : SoapMessage.Fault("无法解析")).ExcludeFromDescription();
        app.MapPost("/city/form/{operation}", async (string operation, HttpContext context, PortalStore store, RowRules rules, ProvincialPortalOptions options, TimeProvider time) =>
        {
            var form = await context.Request.ReadFormAsync();
            return Results.Text(Serve(context, store, rules, RoadContext.Of(context, time, options), options, operation, name => form[name].ToString()), "application/json; charset=utf-8");
        }).ExcludeFromDescription().DisableAntiforgery();
    }

    private static string Serve(HttpContext context, PortalStore store, RowRules rules, RoadContext road, ProvincialPortalOptions options, string operation, Func<string, string> parameter)
    {
        if (!Authorized(context.Request, options.Token, parameter)) return Reply("401", "令牌无效");
        var table = parameter("tableCode");
        if (table.Length == 0) return Reply("3001", "目录编码为空");
        if (table is not ("XZXK" or "XZCF")) return Reply("3002", "目录编码不存在");
        if (parameter("departmentCode").Length == 0) return Reply("4001", "部门编码为空");
        if (parameter("body").Length == 0) return Reply("6001", "数据为空");
        var kind = table == "XZXK" ? "行政许可" : "行政处罚";
        if (operation == "feedbackData") return Feedback(store.Late(Road, kind, DateTimeOffset.Parse(parameter("body") + "+08:00", CultureInfo.InvariantCulture), road.Now));
        if (Rows(parameter("body"), kind) is not { } rows) return Reply("6002", "数据不是 JSON");
        switch (operation)
        {
            case "importData":
                return rows.Count > options.MaximumBatch ? Reply("500", $"每批最多 {options.MaximumBatch} 行") : Import(store, rules, rows, road);
            case "removeData":
                var removed = store.Remove(Road, rows, road.Now);
                return Reply("200", "成功", rows.Count, rows.Count, 0, $"撤下 {removed} 条");
            case "findData":
                var found = store.Find(Road, rows, road.Now);
                return new JsonObject { ["errorCode"] = "200", ["errorMsg"] = "成功", ["rows"] = new JsonArray([.. found.Select(f => f is null ? null : JsonNode.Parse(f.Value.Json))]) }.ToJsonString(s_json);
            default:
                return Reply("500", "没有这个方法");
        }
    }

    private static string Import(PortalStore store, RowRules rules, List<KeylessRow> rows, RoadContext road)
    {
        var good = rows.Where(r => rules.Check(r) is null).ToList();
        for (var i = good.Count; i < rows.Count; i++) store.CountRejected();
        store.Replace(Road, good, road.Now, road.RefuseAt);
        return Reply("200", "成功", rows.Count, good.Count, rows.Count - good.Count, good.Count == rows.Count ? "" : "部分数据校验不通过，请登录平台查看详情");
    }

    private static string Feedback(IReadOnlyList<LateRefusal> rows) => new JsonObject
    {
        ["errorCode"] = "200",
        ["rows"] = new JsonArray([.. rows.Select(r => new JsonObject { ["documentNumber"] = r.DocumentNumber, ["counterpart"] = r.Counterpart, ["code"] = r.Code, ["message"] = r.Message, ["at"] = r.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) })]),
    }.ToJsonString(s_json);

    private static string Reply(string code, string message, int total = 0, int success = 0, int fail = 0, string tips = "") => new JsonObject
    {
        ["errorCode"] = code,
        ["errorMsg"] = message,
        ["totalSize"] = total,
        ["successSize"] = success,
        ["failSize"] = fail,
        ["tips"] = tips,
    }.ToJsonString(s_json);

    private static List<KeylessRow>? Rows(string body, string kind)
    {
        try
        {
            return JsonNode.Parse(body) is not JsonArray array ? null : [.. array.Select(r => new KeylessRow(kind, r!.AsObject().ToDictionary(c => c.Key, c => c.Value?.ToString() ?? "")))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // A bearer token, a parameter, or a digest of key, secret and time.
    private static bool Authorized(HttpRequest request, string token, Func<string, string> parameter)
    {
        var expected = parameter("sign").Length > 0
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parameter("key") + token + parameter("timestamp"))))
            : token;
        var given = parameter("sign") is { Length: > 0 } sign ? sign : parameter("token") is { Length: > 0 } own ? own : request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
    }
}
