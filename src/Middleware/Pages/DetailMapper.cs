using CreditKit.Desensitization;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>One record as a page.</summary>
internal static class DetailMapper
{
    private const int Glance = 140;

    private static readonly (string Id, string Heading)[] Groups =
    [
        ("counterpart", "行政相对人"), ("decision", "决定内容"), ("authority", "作出机关与来源"), ("remedy", "救济渠道"),
    ];

    public static DetailPage Map(PageContext context, PublicRecord record)
    {
        var kind = Words.Of(record.Kind);
        var title = record.Title.Length == 0 ? $"{record.CounterpartName}{kind}信息" : $"{record.CounterpartName}：{record.Title}";
        var list = context.Urls.Page(ListMapper.PathOf(record.Kind));
        var path = "/records/" + record.Id;
        var notices = context.Extras.NoticesOf(record.Id);
        var repair = Repair(context, record.RepairableFrom);
        return new()
        {
            Title = $"{title} - {kind} - {context.Options.Look.ColumnName}",
            Frame = Frame(),
            KindText = kind,
            Badges = Badges(record),
            Name = record.CounterpartName,
            NameNote = record.Fields.Any(f => f.Masked && f.Id == "Counterpart.Name") ? "已脱敏" : "",
            SubjectUrl = record.CounterpartCode is { } code && !record.NaturalPerson ? context.Urls.Subject(code) : "",
            Heading = record.Title,
            Facts = Facts(record, PeriodMapper.Map(record, context.Today)),
            Notice = Notice(record),
            CaseNotices = [.. notices.Select(CaseForms.Notice)],
            HasCaseNotices = notices.Count > 0,
            Groups = GroupsOf(context, record),
            Attachments = Attachments(context, record),
            HasAttachments = record.Attachments.Count > 0,
            Disclosure = Disclosure(context, record),
            Period = PeriodMapper.Map(record, context.Today),
            PublishedAt = ShanghaiTime.Minute(record.PublishedAt),
            Source = record.AuthorityName,
            RepairText = repair.Text,
            Repairable = repair.Now,
            RepairUrl = context.Urls.Remedy + "#repair",
            ObjectionUrl = context.Options.Cases.Enabled ? context.Urls.Page("/objection", "record=" + record.Id) : context.Urls.Remedy + "#objection",
            ListUrl = list,
            PageUrl = context.Urls.Record(record.Id),
        };

        FrameModel Frame()
        {
            var frame = context.Frame(path, "", ListMapper.PathOf(record.Kind), new LinkModel { Text = kind, Url = list }, new LinkModel { Text = RowMapper.Shorten(record.CounterpartName, 30) });
            return frame with
            {
                NoIndex = frame.NoIndex || record.NaturalPerson,
                Metas = [.. frame.Metas, .. PageTags.Column(context.Options, kind, $"{context.Options.Agency.Name}作出的{kind}决定"), .. PageTags.Article(record, title, frame.CanonicalUrl)],
                HasJsonLd = !record.NaturalPerson,
                JsonLd = record.NaturalPerson ? default : PageTags.Schema(record, title),
            };
        }
    }

    private static List<BadgeModel> Badges(PublicRecord record)
    {
        var badges = Words.Badges(null, record.LicenseStatus);
        if (record.Severity is { } severity) badges.Add(new() { Text = "严重程度：" + Words.Of(severity), Tone = severity >= Severity.Serious ? "red" : "plain" });
        if (record.UnderObjection) badges.Add(new() { Text = "异议处理中", Tone = "amber" });
        if (record.Corrected) badges.Add(new() { Text = "已更正", Tone = "amber" });
        return badges;
    }

    private static string Notice(PublicRecord record) => (record.UnderObjection, record.Corrected) switch
    {
        (true, true) => "这条信息正在异议处理中，内容以处理结果为准。首次公示后曾经更正，现为更正后的内容。",
        (true, false) => "这条信息正在异议处理中，内容以处理结果为准。",
        (false, true) => "这条信息在首次公示后曾经更正，现为更正后的内容；发布时间仍是首次公示的时间。",
        _ => "",
    };

    private static List<ItemModel> Facts(PublicRecord record, PeriodModel period)
    {
        var facts = new List<ItemModel>
        {
            new() { Label = "决定文书号", Value = record.DocumentNumber.Length == 0 ? "未提供" : record.DocumentNumber },
            new() { Label = "决定日期", Value = Words.Date(record.DecisionDate, "未提供") },
            new() { Label = "公示至", Value = period.HasBar ? $"{period.LastDay}（{period.LeftText}）" : "长期" },
            new() { Label = "决定机关", Value = record.AuthorityName },
        };
        if (record.Kind == RecordKind.License)
        {
            if (record.Summary.Length > 0) facts.Add(Text("许可内容", record.Summary));
            return facts;
        }

        if (record.Kind == RecordKind.Act)
        {
            facts.Insert(0, new() { Label = "行政行为类别", Value = record.Category });
            if (record.Summary.Length > 0) facts.Add(Text("决定内容", record.Summary));
            return facts;
        }

        // The page's lead is the kind of violation already; here stands what happened.
        if ((record.Fields.FirstOrDefault(f => f.Id == "ViolationFacts")?.Value ?? record.Summary) is { Length: > 0 } cause) facts.Add(Text("处罚事由", cause));
        if (record.Fields.FirstOrDefault(f => f.Id == "PenaltyContent" || f.Label == "处罚内容") is { Value.Length: > 0 } result) facts.Add(Text("处罚结果", result.Value));
        else if (record.Category.Length > 0) facts.Add(Text("处罚类别", record.Category));
        return facts;

        static ItemModel Text(string label, string value) => new() { Label = label, Value = value.Length > Glance ? RowMapper.Shorten(value, Glance) + "（全文见下）" : value, Long = true };
    }

    private static List<GroupModel> GroupsOf(PageContext context, PublicRecord record)
    {
        var groups = new List<GroupModel>(Groups.Length);
        foreach (var (id, heading) in Groups)
        {
            var items = record.Fields.Where(f => f.Group == id && f.Value.Length > 0).Select(Item).ToList();
            if (id == "remedy" && items.Count == 0 && record.Kind != RecordKind.License && context.Options.DefaultRemedy is { Length: > 0 } remedy)
                items.Add(new() { Label = "救济渠道", Value = remedy, Long = true });
            var sentence = items is [{ Masked: false } only] && only.Label == heading ? only.Value : "";
            if (items.Count > 0) groups.Add(new() { Id = id, Heading = heading, Items = items, Sentence = sentence });
        }

        return groups;

        ItemModel Item(PublicField field) => ItemOf(context, record, field);
    }

    private static List<AttachmentModel> Attachments(PageContext context, PublicRecord record) =>
    [
        .. record.Attachments.Select(a => new AttachmentModel
        {
            Title = a.Title,
            Note = $"共 {Words.Plain(a.Pages.Count)} 页",
            Pages = [.. a.Pages.Select((page, i) => new LinkModel { Text = $"{a.Title}第 {Words.Plain(i + 1)} 页（{(page.Extension == ".jpg" ? "JPG" : "PNG")}，{Size(page.Length)}）", Url = context.Urls.Attachment(record.Id, a.Id, i + 1, page.Extension) })],
        }),
    ];

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{Words.Plain((int)Math.Max(1, bytes / 1_000))} KB" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB");

    private static List<ItemModel> Disclosure(PageContext context, PublicRecord record)
    {
        var items = new List<ItemModel> { new() { Label = "首次发布", Value = ShanghaiTime.Minute(record.PublishedAt) } };
        items.Add(new() { Label = "公示编号", Value = $"{record.Id}（第 {Words.Plain(record.Revision)} 版）" });
        items.AddRange(record.Fields.Where(f => f.Group == "disclosure" && f.Value.Length > 0).Select(f => ItemOf(context, record, f)));
        if (record.PeriodLine.Length > 0 && !items.Exists(i => i.Value == record.PeriodLine)) items.Add(new() { Label = "公示期限", Value = record.PeriodLine });
        return items;
    }

    private static ItemModel ItemOf(PageContext context, PublicRecord record, PublicField field) => new()
    {
        Label = field.Label,
        Value = field.Value,
        Masked = field.Masked,
        Long = field.Value.Length > 120,
        Url = !record.NaturalPerson && record.CounterpartCode is { } code && field.Value == code ? context.Urls.Subject(code) : "",
    };

    private static (string Text, bool Now) Repair(PageContext context, DateOnly? from)
    {
        if (from is not { } day) return ("", false);
        var days = day.DayNumber - context.Today.DayNumber;
        return days > 0
            ? ($"最早可以在 {ListQuery.Day(day)} 申请（还有 {Words.Number(days)} 天）。", false)
            : ($"自 {ListQuery.Day(day)} 起可以申请，现在已经可以。", true);
    }
}
