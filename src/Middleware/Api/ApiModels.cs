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
    [property: Description("license 行政许可，penalty 行政处罚，act 其他行政行为。")] string Kind,
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
    [property: Description("license 行政许可，penalty 行政处罚，act 其他行政行为。")] string Kind,
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
    [property: Description("全部公示的内容。")] IReadOnlyList<ApiField> Fields,
    [property: Description("放行的文书图片；没有时为空。")] IReadOnlyList<ApiAttachment> Attachments);

/// <summary>The public copy of a paper.</summary>
internal sealed record ApiAttachment(
    [property: Description("附件编号。")] string Id,
    [property: Description("名称，已脱敏。")] string Title,
    [property: Description("各页，从第 1 页起。")] IReadOnlyList<ApiAttachmentPage> Pages);

/// <summary>A page of it.</summary>
internal sealed record ApiAttachmentPage(
    [property: Description("图片的地址，接在专栏的地址之后。")] string Path,
    [property: Description("image/png 或 image/jpeg。")] string MediaType,
    [property: Description("字节数。")] long Length,
    [property: Description("图片的 SHA-256，十六进制小写。")] string Sha256);

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
    [property: Description("最近一次发布的时间。")] DateTimeOffset? LastPublishedAt,
    [property: Description("正在公示的其他行政行为；本栏目没有启用的为 0。")] long Acts);

/// <summary>Counts of what is visible now.</summary>
internal sealed record ApiStatistics(
    [property: Description("按决定日期所在月份、信息类型、决定机关的条数，月份从新到旧。")] IReadOnlyList<ApiStatisticCell> Cells,
    [property: Description("正在公示的总数。")] long Total);

/// <summary>One count.</summary>
internal sealed record ApiStatisticCell(
    [property: Description("决定日期所在的月份，yyyy-MM；没有决定日期的为 null。")] string? Month,
    [property: Description("license 行政许可，penalty 行政处罚，act 其他行政行为。")] string Kind,
    [property: Description("决定机关。")] string AuthorityName,
    [property: Description("条数。")] long Count);

/// <summary>What changed since a token.</summary>
internal sealed record ApiChanges(
    [property: Description("下次查询时放在 since 中。")] string Token,
    [property: Description("还有更多变化，请立即用新的 token 再取。")] bool More,
    [property: Description("新增或者变动的信息，为目前的全文；同一条可能重复给出。")] IReadOnlyList<ApiRecord> Records,
    [property: Description("已撤下或者公示期满的公示编号；保存了副本的应当删除。")] IReadOnlyList<string> Gone);

/// <summary>Which files there are to download.</summary>
internal sealed record ApiManifest(
    [property: Description("发布单位。")] string Publisher,
    [property: Description("最近一次发布的时间。")] DateTimeOffset? UpdatedAt,
    [property: Description("此刻的增量 token。")] string Token,
    [property: Description("各个文件，地址相对于本站。")] IReadOnlyList<ApiFile> Files);

/// <summary>One file.</summary>
internal sealed record ApiFile(string Url, string Format, string Title, long Rows);

/// <summary>What lies in a full dump.</summary>
internal sealed record ApiDumpManifest(
    [property: Description("发布单位。")] string Publisher,
    [property: Description("生成的时间。")] DateTimeOffset MadeAt,
    [property: Description("从这个 token 起取增量：生成期间的变化也在其中。")] string Token,
    [property: Description("各个文件。")] IReadOnlyList<ApiDumpFile> Files);

/// <summary>One file of a full dump.</summary>
internal sealed record ApiDumpFile(
    [property: Description("文件名。")] string Name,
    [property: Description("记录数。")] long Rows,
    [property: Description("字节数。")] long Bytes,
    [property: Description("SHA-256，十六进制。")] string Sha256);

/// <summary>An error (RFC 9457).</summary>
internal sealed record ApiProblem(
    [property: Description("出了什么问题。")] string Title,
    [property: Description("HTTP 状态码。")] int Status,
    [property: Description("怎样改正。")] string Detail);
