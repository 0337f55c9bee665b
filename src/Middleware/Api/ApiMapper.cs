using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>Rows and records as the interface gives them. Instants carry the law's zone.</summary>
internal static class ApiMapper
{
    public static ApiList List(PublicPage page) => new([.. page.Rows.Select(Row)], page.Total, page.TotalIsBound, page.Next, page.Previous);

    public static ApiRow Row(PublicRow row) => new(
        row.Id,
        ListQuery.Code(row.Kind),
        row.CounterpartName,
        row.DocumentNumber,
        row.Summary,
        row.Category,
        row.AuthorityName,
        row.Severity is { } severity ? ListQuery.Code(severity) : null,
        row.LicenseStatus is { } status ? ListQuery.Code(status) : null,
        row.DecisionDate,
        row.LastDay,
        row.PublishedAt.ToOffset(ShanghaiTime.Offset));

    public static ApiRecord Record(PublicRecord record) => new(
        record.Id,
        record.Revision,
        ListQuery.Code(record.Kind),
        record.CounterpartKind == CounterpartKind.Unknown ? null : ListQuery.Code(record.CounterpartKind),
        record.CounterpartName,
        record.CounterpartCode,
        record.DocumentNumber,
        record.Title,
        record.Summary,
        record.Category,
        record.AuthorityName,
        record.Severity is { } severity ? ListQuery.Code(severity) : null,
        record.LicenseStatus is { } status ? ListQuery.Code(status) : null,
        record.DecisionDate,
        record.From,
        record.Until,
        record.Until?.AddDays(-1),
        record.PeriodLine,
        record.PublishedAt.ToOffset(ShanghaiTime.Offset),
        record.RepairableFrom,
        record.Corrected,
        record.UnderObjection,
        [.. record.Fields.Select(f => new ApiField(f.Id, f.Group, f.Label, f.Value, f.Masked))],
        [.. record.Attachments.Select(a => Attachment(record.Id, a))]);

    private static ApiAttachment Attachment(string id, PublicAttachment attachment) => new(attachment.Id, attachment.Title,
        [.. attachment.Pages.Select((p, i) => new ApiAttachmentPage(SiteUrls.AttachmentPath(id, attachment.Id, i + 1, p.Extension)[1..], p.MediaType, p.Length, p.Sha256))]);

    public static ApiStatistics Statistics(IReadOnlyList<StatisticCell> cells) =>
        new([.. cells.Select(c => new ApiStatisticCell(c.Month is { } m ? $"{m.Year:0000}-{m.Month:00}" : null, ListQuery.Code(c.Kind), c.Authority, c.Count))], cells.Sum(c => c.Count));

    public static ApiChanges Changes(PublicIncrement increment) => new(increment.Token, increment.More, [.. increment.Records.Select(Record)], increment.Gone);

    public static ApiOverview Overview(PublicOverview overview) =>
        new(overview.Licenses, overview.Penalties, overview.AddedThisMonth, overview.OnTimeShare, overview.LastPublishedAt?.ToOffset(ShanghaiTime.Offset), overview.Acts);

    public static IReadOnlyList<ApiNotice> Notices(IEnumerable<WithdrawalNotice> notices) =>
        [.. notices.Select(n => new ApiNotice(n.Id, n.DocumentNumber, n.AuthorityName, n.WithdrawnAt.ToOffset(ShanghaiTime.Offset), n.Reason))];
}
