using System.ComponentModel;

namespace CreditKit.AspNetCore;

/// <summary>One page of records.</summary>
internal sealed record ApiList(
    [property: Description("本页记录，按决定日期从新到旧。")] IReadOnlyList<ApiRow> Items,
    [property: Description("符合条件的总数；totalIsBound 为 true 时表示“超过”这个数。")] long Total,
    [property: Description("总数只是下限。")] bool TotalIsBound,
    [property: Description("下一页的 cursor；没有下一页时为 null。")] string? Next,
    [property: Description("上一页的 cursor；没有上一页时为 null。")] string? Previous);

/// <summary>A record in a list.</summary>
internal sealed record ApiRow(
    [property: Description("公示编号。")] string Id,
    [property: Description("license 行政许可，penalty 行政处罚。")] string Kind,
    [property: Description("行政相对人名称，已脱敏。")] string CounterpartName,
    [property: Description("决定文书号，可能为空。")] string DocumentNumber,
    [property: Description("许可内容或处罚事由。")] string Summary,
    [property: Description("类别。")] string Category,
    [property: Description("决定机关。")] string AuthorityName,
    [property: Description("slight、general、serious、specific-serious；许可为 null。")] string? Severity,
    [property: Description("valid、invalid；处罚为 null。")] string? Status,
    [property: Description("决定日期。")] DateOnly? DecisionDate,
    [property: Description("最后一个公示日；null 表示没有法定期限。")] DateOnly? LastDay,
    [property: Description("首次发布的时间。")] DateTimeOffset PublishedAt);

/// <summary>A whole record.</summary>
internal sealed record ApiRecord(
    [property: Description("公示编号。")] string Id,
    [property: Description("修订号，从 1 起。")] int Revision,
    [property: Description("license 行政许可，penalty 行政处罚。")] string Kind,
    [property: Description("organization、natural-person、sole-trader；未注明为 null。")] string? CounterpartKind,
    [property: Description("行政相对人名称，已脱敏。")] string CounterpartName,
    [property: Description("统一社会信用代码；没有或不公示时为 null。")] string? CounterpartCode,
    [property: Description("决定文书号，可能为空。")] string DocumentNumber,
    [property: Description("文书名称或违法行为类型。")] string Title,
    [property: Description("许可内容或处罚事由。")] string Summary,
    [property: Description("类别。")] string Category,
    [property: Description("决定机关。")] string AuthorityName,
    [property: Description("slight、general、serious、specific-serious；许可为 null。")] string? Severity,
    [property: Description("valid、invalid；处罚为 null。")] string? Status,
    [property: Description("决定日期。")] DateOnly? DecisionDate,
    [property: Description("公示期的第一天。")] DateOnly From,
    [property: Description("公示期的结束，不含当日；null 表示没有法定期限。")] DateOnly? Until,
    [property: Description("最后一个公示日。")] DateOnly? LastDay,
    [property: Description("公示期限及依据。")] string Period,
    [property: Description("首次发布的时间。")] DateTimeOffset PublishedAt,
    [property: Description("最早可以申请信用修复的日期。")] DateOnly? RepairableFrom,
    [property: Description("首次公示后曾经更正。")] bool Corrected,
    [property: Description("异议处理中。")] bool UnderObjection,
    [property: Description("全部公示的内容。")] IReadOnlyList<ApiField> Fields);

/// <summary>One value of a record.</summary>
internal sealed record ApiField(
    [property: Description("字段标识。")] string Id,
    [property: Description("分组：counterpart、decision、authority、disclosure、remedy。")] string Group,
    [property: Description("中文名称。")] string Label,
    [property: Description("值，已脱敏。")] string Value,
    [property: Description("有内容被隐去。")] bool Masked);

/// <summary>A notice of withdrawal.</summary>
internal sealed record ApiNotice(
    [property: Description("公示编号。")] string Id,
    [property: Description("决定文书号。")] string DocumentNumber,
    [property: Description("决定机关。")] string AuthorityName,
    [property: Description("撤下的时间。")] DateTimeOffset WithdrawnAt,
    [property: Description("理由。")] string Reason);

/// <summary>The figures of the front page.</summary>
internal sealed record ApiOverview(
    [property: Description("正在公示的行政许可。")] long Licenses,
    [property: Description("正在公示的行政处罚。")] long Penalties,
    [property: Description("本月新发布且正在公示。")] long AddedThisMonth,
    [property: Description("按时公示率，0 到 1；没有可计算的信息时为 null。")] double? OnTimeShare,
    [property: Description("最近一次发布的时间。")] DateTimeOffset? LastPublishedAt);

/// <summary>An error (RFC 9457).</summary>
internal sealed record ApiProblem(
    [property: Description("出了什么问题。")] string Title,
    [property: Description("HTTP 状态码。")] int Status,
    [property: Description("怎样改正。")] string Detail);
