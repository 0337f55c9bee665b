using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>One column of the downloads; the data dictionary on the page is made of the same list.</summary>
/// <param name="Heading">Heading in CSV.</param>
/// <param name="Name">Name in JSON.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Value">The value of a row; empty when there is none.</param>
internal sealed record RecordColumn(string Heading, string Name, string Meaning, Func<PublicRow, string> Value);

/// <summary>The columns of the downloads in order.</summary>
internal static class RecordColumns
{
    public static readonly RecordColumn[] All =
    [
        new("公示编号", "id", "本专栏的编号，随机产生；信息页地址由它组成", r => r.Id),
        new("信息类型", "kind", "license 行政许可，penalty 行政处罚", r => Words.Of(r.Kind)),
        new("行政相对人名称", "counterpartName", "当事人名称；含个人信息的已脱敏", r => r.CounterpartName),
        new("决定文书号", "documentNumber", "许可或处罚决定书的文号，可能为空", r => r.DocumentNumber),
        new("内容或事由", "summary", "许可内容，或处罚事由", r => r.Summary),
        new("类别", "category", "许可类别，或处罚类别", r => r.Category),
        new("决定机关", "authorityName", "作出决定的机关", r => r.AuthorityName),
        new("严重程度", "severity", "处罚：slight 轻微，general 一般，serious 严重，specific-serious 特定严重；许可为空", r => r.Severity is { } s ? Words.Of(s) : ""),
        new("当前状态", "status", "许可：valid 有效，invalid 无效；处罚为空", r => r.LicenseStatus is { } l ? Words.Of(l) : ""),
        new("决定日期", "decisionDate", "yyyy-MM-dd，可能为空", r => ListQuery.Day(r.DecisionDate) ?? ""),
        new("公示至", "lastDay", "最后一个公示日；为空表示没有法定期限", r => ListQuery.Day(r.LastDay) ?? ""),
        new("首次发布", "publishedAt", "本专栏首次发布的时间", r => ShanghaiTime.Minute(r.PublishedAt)),
    ];
}
