using System.Globalization;
using CreditKit.Cases;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The forms as pages.</summary>
internal static class CaseForms
{
    public const string StatePath = "/case";
    public const string ListPath = "/cases";

    private const string Privacy = "您填写的内容只用于办理本件，加密保存，不对外公开；公布处理结果时不会出现您的姓名和联系方式。";

    public static string PathOf(CaseKind kind) => kind switch
    {
        CaseKind.Objection => "/objection",
        CaseKind.Enquiry => "/enquiry",
        CaseKind.CreditRepair => "/repair",
        _ => "/personal-information",
    };

    /// <summary>The forms that the page on remedies leads to.</summary>
    public static IReadOnlyList<LinkModel> Links(PageContext context)
    {
        if (!context.Options.Cases.Enabled) return [];
        List<LinkModel> links =
        [
            Link("/objection", "提出异议", "信息有错误、遗漏、超期公示等情况"),
            Link("/enquiry", "咨询", "对公示信息有疑问"),
            Link("/personal-information", "个人信息权利请求", "查阅、复制、更正、删除本人的个人信息"),
        ];
        if (context.Options.Cases.RepairForm) links.Add(Link("/repair", "申请信用修复", "已满最短公示期并已纠正、履行"));
        links.Add(Link(StatePath, "查询办理进度", "凭回执编号和查询码"));
        links.Add(Link(ListPath, "异议、咨询和承诺公示", "处理结果和信用修复承诺"));
        return links;

        LinkModel Link(string path, string text, string note) => new() { Text = text, Url = context.Urls.Page(path), Note = note };
    }

    public static FormPage Form(PageContext context, ICaseInbox inbox, CaseFiling filing, IReadOnlyList<CaseIssue> issues)
    {
        var heading = Heading(filing.Kind);
        var path = PathOf(filing.Kind);
        var record = filing.RecordId is { } id && context.Query.IsReady ? context.Query.Find(id).Record : null;
        var fields = new FieldList(issues);
        if (record is null && filing.Kind != CaseKind.Enquiry && filing.Kind != CaseKind.PersonalInformation)
            fields.Line("number", "决定文书号", "例如 云市监罚〔2026〕1号；也可以从该条信息的页面进入本表。", filing.DocumentNumber ?? "", 120, required: true);
        if (filing.Kind == CaseKind.Objection)
            fields.Boxes("grounds", "异议理由", "可以选择多项。", Enum.GetValues<ObjectionGround>().Select(g => ((int)g, Words(g), filing.Grounds.Contains(g))));
        if (filing.Kind == CaseKind.PersonalInformation)
            fields.Choice("right", "请求事项", "", Enum.GetValues<PersonalInformationRight>().Select(r => ((int)r, Words(r), filing.Right == r)));
        fields.Long("statement", filing.Kind == CaseKind.Enquiry ? "咨询的问题" : "事实和理由", filing.Kind == CaseKind.Objection ? "请写明哪一处有误、依据是什么。请不要填写身份证件号码。" : "", filing.Statement, required: true);
        if (filing.Kind is CaseKind.Objection or CaseKind.PersonalInformation) fields.Long("wish", "您的请求", "例如：更正为……；撤下这条信息。可以不填。", filing.Wish, required: false);
        if (filing.Kind == CaseKind.CreditRepair)
            fields.Commitment(inbox.CommitmentClauses, filing.CommitmentClauses);
        fields.Line("name", "姓名或者单位名称", "", filing.ApplicantName, 100, required: true, complete: "name");
        fields.Line("phone", "电话", "电话和电子邮箱至少填写一项。", filing.Phone, 30, input: "tel", complete: "tel");
        fields.Line("email", "电子邮箱", "", filing.Email, 120, input: "email", complete: "email");
        var files = filing.Kind != CaseKind.Enquiry;
        if (files) fields.Files(context.Options.Cases, Materials(context, inbox, filing), filing.Uploads.Count > 0 && issues.Count > 0);
        return new()
        {
            Title = PlainPages.Title(context, heading),
            Frame = Frame(context, path, heading),
            Heading = heading,
            Intro = Intro(context, inbox, filing),
            Action = context.Urls.Page(path),
            HasFiles = files,
            HasErrors = issues.Count > 0,
            Errors = fields.Errors(record is not null),
            Once = FilingsOnce.NewToken(),
            RecordId = record?.Id ?? "",
            RecordText = record is null ? "" : $"{record.CounterpartName}，{(record.DocumentNumber.Length == 0 ? "无文号" : record.DocumentNumber)}",
            Fields = fields.Fields,
            Submit = "提交" + heading,
            Privacy = Privacy,
        };
    }

    public static FormPage State(PageContext context, string number, IReadOnlyList<CaseIssue> issues)
    {
        var fields = new FieldList(issues);
        fields.Line("number", "回执编号", "例如 YY20260701-123456。", number, 40, required: true);
        fields.Line("secret", "查询码", "提交时回执上的 16 位查询码，横线可以不填。", "", 40, required: true);
        return new()
        {
            Title = PlainPages.Title(context, "查询办理进度"),
            Frame = Frame(context, StatePath, "查询办理进度"),
            Heading = "查询办理进度",
            Action = context.Urls.Page(StatePath),
            HasErrors = issues.Count > 0,
            Errors = fields.Errors(false),
            Fields = fields.Fields,
            Submit = "查询进度",
            Privacy = "回执编号和查询码不会出现在网址中。",
        };
    }

    public static ReceiptPage Receipt(PageContext context, CaseKind kind, CaseReceipt receipt) => new()
    {
        Title = PlainPages.Title(context, "回执"),
        Frame = Frame(context, PathOf(kind), "回执"),
        KindText = Heading(kind),
        Number = receipt.Number,
        Secret = receipt.Secret,
        ReceivedAt = ShanghaiTime.Minute(receipt.ReceivedAt),
        AnswerBy = Day(receipt.AnswerBy),
        StateUrl = context.Urls.Page(StatePath),
    };

    public static CaseStatePage Status(PageContext context, CaseStatus status) => new()
    {
        Title = PlainPages.Title(context, "办理进度"),
        Frame = Frame(context, StatePath, "办理进度"),
        KindText = status.KindText,
        Number = status.Number,
        StateText = status.StateText,
        ReceivedAt = ShanghaiTime.Minute(status.ReceivedAt),
        AnswerBy = Day(status.AnswerBy),
        Reply = status.Reply,
        Steps = [.. status.Steps.Select(s => new LinkModel { Text = s.Text, Note = ShanghaiTime.Minute(s.At) })],
    };

    public static CasesPage List(PageContext context, IReadOnlyList<PublishedCase> cases) => new()
    {
        Title = PlainPages.Title(context, "异议、咨询和承诺公示"),
        Frame = PlainPages.Column(context, ListPath, "异议、咨询和承诺公示", "异议处理结果、咨询答复和信用修复承诺", false),
        IsEmpty = cases.Count == 0,
        Notices = [.. cases.Select(Notice)],
    };

    /// <summary>One public notice.</summary>
    public static CaseNoticeModel Notice(PublishedCase c) => new() { Title = c.Title, Text = c.Text, Number = c.DocumentNumber, Authority = c.AuthorityName, PublishedAt = ShanghaiTime.Minute(c.PublishedAt) };

    private static List<string> Intro(PageContext context, ICaseInbox inbox, CaseFiling filing)
    {
        List<string> intro = filing.Kind switch
        {
            CaseKind.Objection => ["任何公民、法人和其他组织都可以提出异议。经向作出决定的机关核实后，信息予以维持、修改或者撤下。"],
            CaseKind.Enquiry => ["对本专栏公示的信息有疑问的，可以在这里咨询。"],
            CaseKind.PersonalInformation => ["依据个人信息保护法第四十四条至第四十七条，您可以请求查阅、复制、更正、补充、删除本人的个人信息。办理前会核验您的身份。"],
            _ => ["行政处罚信息达到最短公示期，违法行为已经纠正、义务已经全部履行的，可以申请提前停止公示。"],
        };
        if (filing is { Kind: CaseKind.CreditRepair, RecordId: { } id } && inbox.RepairGuideOf(id) is { } guide) intro.Add(guide.Text);
        intro.Add($"办理不收取任何费用。{(context.Options.Agency.Phone is { } phone ? $"也可以拨打 {phone} 或者到窗口办理。" : "")}");
        return intro;
    }

    private static string Materials(PageContext context, ICaseInbox inbox, CaseFiling filing) =>
        filing is { Kind: CaseKind.CreditRepair, RecordId: { } id } && inbox.RepairGuideOf(id) is { Materials.Count: > 0 } guide ? $"需要：{string.Join("、", guide.Materials)}。" : "";

    // A form is no page for search engines, and what is written in one belongs to no cache.
    private static FrameModel Frame(PageContext context, string path, string name) =>
        context.Frame(path, "", "/remedy", new LinkModel { Text = "异议与修复", Url = context.Urls.Remedy }, new LinkModel { Text = name }) with { NoIndex = true };

    private static string Heading(CaseKind kind) => CaseWords.Of(kind);

    private static string Words(ObjectionGround ground) => CaseWords.Of(ground);

    private static string Words(PersonalInformationRight right) => CaseWords.Of(right);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
