using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CreditKit.AspNetCore.Hosting;
using CreditKit.Intake;
using CreditKit.Intake.Rows;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore;

/// <summary>
/// The way in for approval and penalty systems (厦门 五(三), 424号（九）): rows in, an answer per row out, on the column when
/// the call returns. Bearer keys only; nothing anonymous.
/// </summary>
internal sealed partial class IntakeEndpoints(EngineHolder holder, IntakeOptions options, IntakeGuard guard, ILogger<IntakeEndpoints> logger)
{
    private const string Json = "application/json; charset=utf-8";
    private const int LongestKey = 128;

    private static readonly Dictionary<string, WithdrawalGround> Grounds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["revoked"] = WithdrawalGround.Revoked,
        ["changed"] = WithdrawalGround.Changed,
        ["unlawful"] = WithdrawalGround.FoundUnlawful,
        ["void"] = WithdrawalGround.FoundVoid,
        ["reorganisation"] = WithdrawalGround.Reorganisation,
    };

    /// <summary>Takes the rows of a call.</summary>
    public async Task TakeAsync(HttpContext http)
    {
        if (guard.Admit(http, out var problem) is not { } client) { await FailAsync(http, problem!); return; }
        if (!IsJson(http)) { await FailAsync(http, new(StatusCodes.Status415UnsupportedMediaType, "不是 JSON", "请求体的 Content-Type 应为 application/json，编码 UTF-8。", "CK1624")); return; }
        if (await BodyAsync(http) is not { } body) { await FailAsync(http, new(StatusCodes.Status413PayloadTooLarge, "请求体太大", $"一次最多 {options.MaxBodyBytes:N0} 字节，请分几次提交。", "CK1625")); return; }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey) { await FailAsync(http, new(StatusCodes.Status400BadRequest, "Idempotency-Key 太长", $"最多 {LongestKey} 个字符。", "CK1626")); return; }
        var calls = new IntakeCallTable(holder.Engine.Ledger.Database);
        if (key.Length > 0 && calls.Find(client.Name, key, body) is { } before)
        {
            if (!before.SameBody) { await FailAsync(http, new(StatusCodes.Status422UnprocessableEntity, "同一 Idempotency-Key 的内容不同", "每次新的提交请用新的 Idempotency-Key；重发时内容应与上次一致。", "CK1627")); return; }
            http.Response.Headers["Idempotent-Replayed"] = "true";
            await WriteAsync(http, StatusCodes.Status200OK, before.Answer);
            return;
        }

        using var document = Parse(body, out problem);
        if (document is null || Rows(document.RootElement, out problem) is not { } rows) { await FailAsync(http, problem!); return; }
        var answers = holder.Engine.Rows.Take(rows, client.Name, client.Actor, client.Profile);
        var answer = JsonSerializer.Serialize(Answer(answers), IntakeJson.Web.IntakeAnswer);
        if (key.Length > 0) calls.Keep(client.Name, key, body, answer, options.RememberFor);
        Log.Taken(logger, client.Name, answers.Count, answers.Count(a => a.Outcome == IntakeOutcome.Rejected));
        await WriteAsync(http, StatusCodes.Status200OK, answer);
    }

    /// <summary>Takes a record down: an approval system learns of a revocation before anybody else.</summary>
    public async Task WithdrawAsync(HttpContext http)
    {
        if (guard.Admit(http, out var problem) is not { } client) { await FailAsync(http, problem!); return; }
        if (Mine(http, client) is not { } record) { await FailAsync(http, NotFound()); return; }
        if (await BodyAsync(http) is not { } body) { await FailAsync(http, new(StatusCodes.Status413PayloadTooLarge, "请求体太大", "撤下只需要 ground 和 reason 两项。", "CK1625")); return; }
        var asked = Read(body);
        if (asked is not { Ground: { } text, Reason.Length: > 0 } || !Grounds.TryGetValue(text, out var ground))
        {
            await FailAsync(http, new(StatusCodes.Status400BadRequest, "缺少事由或理由", $"请求体写成 {{ \"ground\": \"revoked\", \"reason\": \"理由\" }}，ground 可用 {string.Join("、", Grounds.Keys)}。", "CK1628"));
            return;
        }

        await holder.Engine.Intake.WithdrawAsync(record.PublicId, ground, asked.Reason, client.Actor, CancellationToken.None);
        await StateAsync(http, record.PublicId);
    }

    /// <summary>Where a record stands.</summary>
    public async Task FindAsync(HttpContext http)
    {
        if (guard.Admit(http, out var problem) is not { } client) { await FailAsync(http, problem!); return; }
        if (Mine(http, client) is not { } record) { await FailAsync(http, NotFound()); return; }
        await StateAsync(http, record.PublicId);
    }

    private static bool IsJson(HttpContext http) => http.Request.HasJsonContentType();

    private static IntakeProblem NotFound() => new(StatusCodes.Status404NotFound, "没有这条记录", "编号有误，或者不是本系统所属机关的记录。", "CK1629");

    // Another agency's record is answered like one that does not exist.
    private Ledger.LedgerRecord? Mine(HttpContext http, IntakeClient client) =>
        holder.Engine.Ledger.FindByPublicId((string)http.Request.RouteValues["id"]!) is { } record && client.MayTouch(record.Record.Value.DecidingAuthority) ? record : null;

    private async Task StateAsync(HttpContext http, string id)
    {
        var record = holder.Engine.Ledger.FindByPublicId(id)!;
        var state = new IntakeState(id, record.Revision, IsShown(id), holder.Engine.Explain(record).Law.Text);
        await WriteAsync(http, StatusCodes.Status200OK, JsonSerializer.Serialize(state, IntakeJson.Web.IntakeState));
    }

    private async Task<byte[]?> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > options.MaxBodyBytes) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = options.MaxBodyBytes + 1;
        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 4096, options.MaxBodyBytes));
        var chunk = new byte[16384];
        try
        {
            for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
            {
                if (buffer.Length + read > options.MaxBodyBytes) return null;
                buffer.Write(chunk, 0, read);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return buffer.ToArray();
    }

    private static JsonDocument? Parse(byte[] body, out IntakeProblem? problem)
    {
        problem = null;
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            problem = new(StatusCodes.Status400BadRequest, "JSON 写法有误", $"第 {e.LineNumber + 1} 行、第 {e.BytePositionInLine + 1} 字节附近无法读取；编码应为 UTF-8。", "CK1630");
            return null;
        }
    }

    private static IntakeWithdrawal? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, IntakeJson.Web.IntakeWithdrawal);
        }
        catch (JsonException)
        {
            // Told like a body without the two values: it says what is right.
            return null;
        }
    }

    /// <summary>One row, an array of rows, or an object with the array under <c>records</c>.</summary>
    private List<JsonElement>? Rows(JsonElement root, out IntakeProblem? problem)
    {
        problem = null;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("records", out var inner)) root = inner;
        List<JsonElement> rows = root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.EnumerateArray()],
            JsonValueKind.Object => [root],
            _ => [],
        };
        if (rows.Count == 0) problem = new(StatusCodes.Status400BadRequest, "没有数据", "请求体应为一个对象、对象的数组，或者 { \"records\": [ … ] }。", "CK1631");
        else if (rows.Count > options.MaxRows) problem = new(StatusCodes.Status413PayloadTooLarge, "行数太多", $"一次最多 {options.MaxRows:N0} 行，请分几次提交。", "CK1625");
        return problem is null ? rows : null;
    }

    private IntakeAnswer Answer(IReadOnlyList<RowAnswer> answers)
    {
        int Count(IntakeOutcome outcome) => answers.Count(a => a.Outcome == outcome);
        return new(answers.Count, Count(IntakeOutcome.Accepted), Count(IntakeOutcome.Unchanged), Count(IntakeOutcome.Corrected), Count(IntakeOutcome.Rejected), [.. answers.Select(Row)]);
    }

    private IntakeRow Row(RowAnswer answer)
    {
        var shown = answer.Id is { } id && IsShown(id);
        var why = shown || answer.Id is null ? null : holder.Engine.Ledger.FindByPublicId(answer.Id) is { } record ? holder.Engine.Explain(record).Law.Text : null;
        return new(answer.Row, answer.Outcome.ToString().ToLowerInvariant(), answer.Id, answer.Revision, shown, why, [.. answer.Issues.Select(Issue)]);
    }

    private bool IsShown(string id) => holder.Query.Find(id).Record is not null;

    private static IntakeIssue Issue(ValidationIssue issue) => new(issue.Rule, issue.Field, issue.Severity.ToString().ToLowerInvariant(), issue.Destination.ToString().ToLowerInvariant(), issue.Message, issue.Hint, issue.Source);

    private static Task FailAsync(HttpContext http, IntakeProblem problem)
    {
        if (problem.RetryAfter > 0) http.Response.Headers.RetryAfter = problem.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return WriteAsync(http, problem.Status, JsonSerializer.Serialize(problem, IntakeJson.Web.IntakeProblem), "application/problem+json; charset=utf-8");
    }

    private static Task WriteAsync(HttpContext http, int status, string body, string type = Json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Content-Type-Options"] = "nosniff";
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "接口接收：{Client} 提交 {Rows} 行，未接受 {Rejected} 行。")]
        public static partial void Taken(ILogger logger, string client, int rows, int rejected);
    }
}
