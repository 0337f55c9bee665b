using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CreditKit.AspNetCore;

/// <summary>A problem of a call (RFC 9457), in Chinese.</summary>
internal sealed record IntakeProblem(
    [property: Description("HTTP 状态码。")] int Status,
    [property: Description("什么问题。")] string Title,
    [property: Description("怎样解决。")] string Detail,
    [property: Description("稳定的编码。")] string Code)
{
    /// <summary>Seconds to wait; 0: none.</summary>
    [JsonIgnore]
    public int RetryAfter { get; init; }
}

/// <summary>The answer to a call: figures, and a line per row in the order of the call.</summary>
internal sealed record IntakeAnswer(
    [property: Description("行数。")] int Rows,
    [property: Description("新增。")] int Accepted,
    [property: Description("未变：台账中已有，内容相同。")] int Unchanged,
    [property: Description("更正：成为已有记录的新版本。")] int Corrected,
    [property: Description("未接受：有阻止公示的问题，原始内容和理由已留存。")] int Rejected,
    [property: Description("逐行的结果，次序与提交的一致。")] IReadOnlyList<IntakeRow> Results);

/// <summary>What became of one row.</summary>
internal sealed record IntakeRow(
    [property: Description("第几行，自 1 起。")] int Row,
    [property: Description("accepted、unchanged、corrected、rejected。")] string Outcome,
    [property: Description("公示编号；未接受的没有。")] string? Id,
    [property: Description("版本，自 1 起。")] int Revision,
    [property: Description("答复时是否已在专栏公示。")] bool Published,
    [property: Description("没有公示的原因。")] string? Explanation,
    [property: Description("发现的问题。")] IReadOnlyList<IntakeIssue> Issues);

/// <summary>One issue of a row.</summary>
internal sealed record IntakeIssue(
    [property: Description("规则。")] string Rule,
    [property: Description("字段。")] string Field,
    [property: Description("block 不能公示或报送，warn 请核对，info 提示。")] string Severity,
    [property: Description("publish 公示，report 报送。")] string Destination,
    [property: Description("什么问题。")] string Message,
    [property: Description("怎样改。")] string Hint,
    [property: Description("依据。")] string Source);

/// <summary>Order to take a record down.</summary>
internal sealed record IntakeWithdrawal(
    [property: Description("revoked 撤销、changed 变更、unlawful 确认违法、void 确认无效等。")] string? Ground,
    [property: Description("理由，脱敏后写进撤下公告。")] string? Reason);

/// <summary>Where a record stands.</summary>
internal sealed record IntakeState(string Id, int Revision, bool Published, string Explanation);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IntakeAnswer))]
[JsonSerializable(typeof(IntakeProblem))]
[JsonSerializable(typeof(IntakeWithdrawal))]
[JsonSerializable(typeof(IntakeState))]
internal sealed partial class IntakeJson : JsonSerializerContext
{
    public static IntakeJson Web { get; } = new(new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    });
}
