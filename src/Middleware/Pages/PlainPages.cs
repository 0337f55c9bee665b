using CreditKit.Publication;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Pages of a few sentences.</summary>
internal static class PlainPages
{
    private const int LongestNoticeList = 200;

    public static NoticesPage Notices(PageContext context)
    {
        var notices = context.Query.Notices(LongestNoticeList);
        return new()
        {
            Title = Title(context, "撤下公告"),
            Frame = Column(context, "/withdrawn", "撤下公告", "已撤下的行政许可、行政处罚信息和理由", true),
            Notices = [.. notices.Select(Notice)],
            IsEmpty = notices.Count == 0,
        };
    }

    public static WithdrawnPage Withdrawn(PageContext context, WithdrawalNotice notice) => new()
    {
        Title = Title(context, "信息已撤下"),
        Frame = context.Frame("/records/" + notice.Id, "", "-", new LinkModel { Text = "撤下公告", Url = context.Urls.Withdrawn }, new LinkModel { Text = "信息已撤下" }) with { NoIndex = true },
        Notice = Notice(notice),
    };

    public static RemedyPage Remedy(PageContext context, RepairGuideline repair)
    {
        var agency = context.Options.Agency;
        return new()
        {
            Title = Title(context, "异议与修复"),
            Frame = Column(context, "/remedy", "异议与修复", "异议申请和信用修复的条件、材料和途径", false),
            FormsUrl = context.Options.FormsUrl ?? "",
            Forms = CaseForms.Links(context),
            RepairUrl = context.Options.RepairUrl ?? "",
            Repair = repair.Of(context.Today),
            HasContact = agency.Phone is not null || agency.Email is not null || agency.Address is not null,
            RemedyText = context.Options.DefaultRemedy,
        };
    }

    public static AboutPage About(PageContext context) => new()
    {
        Title = Title(context, "公示依据"),
        Frame = Column(context, "/about", "公示依据", "公示的范围、时限、期限和法律依据", false),
        Deadline = context.Options.DeadlineText,
        CatalogueUrl = context.Urls.Catalogue,
        Rules =
        [
            Rule("中华人民共和国行政许可法", "第四十条", "行政机关作出的准予行政许可决定，应当予以公开，公众有权查阅。"),
            Rule("中华人民共和国行政处罚法", "第三十九条、第四十八条", "行政处罚的实施机关、立案依据、实施程序和救济渠道等信息应当公示；具有一定社会影响的行政处罚决定应当依法公开；决定被依法变更、撤销、确认违法或者确认无效的，应当撤回并公开说明理由。"),
            Rule("中华人民共和国政府信息公开条例", "", "本专栏属于主动公开的政府信息。"),
            Rule("国家发展改革委办公厅关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见", "发改办财金〔2018〕424号", "在本部门门户网站设立“双公示”专栏；形式应当方便公众浏览和查询；期满不再对外公示；行政相对人可以提出异议。"),
            Rule("信用修复管理办法", "国家发展改革委令第36号，2026年4月1日起施行", "失信信息按轻微、一般、严重分类确定公示期限；期满自动停止公示；符合条件的可以申请信用修复。"),
        ],
    };

    public static MessagePage NotFound(PageContext context) => new()
    {
        Title = Title(context, "没有这个页面"),
        Frame = context.Frame("", "", "-", new LinkModel { Text = "没有这个页面" }) with { NoIndex = true },
        Heading = "没有这个页面",
        Text = "地址可能有误，也可能是信息的公示期已满、按规定不再显示。",
        OffersSearch = true,
        Links = [new() { Text = "行政许可", Url = context.Urls.Licenses }, new() { Text = "行政处罚", Url = context.Urls.Penalties }, new() { Text = "撤下公告", Url = context.Urls.Withdrawn }, new() { Text = "返回专栏首页", Url = context.Urls.Home }],
    };

    public static MessagePage NoSubject(PageContext context) => NotFound(context) with
    {
        Title = Title(context, "没有正在公示的信息"),
        Heading = "没有正在公示的信息",
        Text = "这个统一社会信用代码名下，目前没有正在公示的行政许可或行政处罚信息；也请核对代码是否为完整的 18 位。",
    };

    public static MessagePage NotReady(PageContext context) => new()
    {
        Title = Title(context, "正在准备"),
        Frame = context.Frame("", "", "-", new LinkModel { Text = "正在准备" }) with { NoIndex = true, ShowsSearch = false },
        Heading = "公示信息正在准备",
        Text = "公示库正在建立，请稍后刷新本页。",
        Links = [new() { Text = "返回专栏首页", Url = context.Urls.Home }],
    };

    public static PrivacyPage Privacy(PageContext context) => new()
    {
        Title = Title(context, "隐私说明"),
        Frame = Column(context, "/privacy", "隐私说明", "访客数据和个人信息怎样处理", false),
        HasForms = context.Options.Cases.Enabled,
        RequestUrl = context.Options.Cases.Enabled ? context.Urls.Page("/personal-information") : context.Urls.Remedy,
    };

    public static MessagePage TooMany(PageContext context) => NotFound(context) with
    {
        Title = Title(context, "查询太频繁"),
        Heading = "查询太频繁",
        Text = "同一网络地址短时间内查询或者下载的次数太多，请稍等一会儿再试。需要大量数据的，请下载全量文件或者使用增量接口。",
        OffersSearch = false,
        Links = [new() { Text = "数据下载", Url = context.Urls.Data }, new() { Text = "返回专栏首页", Url = context.Urls.Home }],
    };

    public static MessagePage Wrong(PageContext context, IEnumerable<QueryFault> faults, string start) => NotFound(context) with
    {
        Title = Title(context, "查询条件有误"),
        Frame = context.Frame("", "", "-", new LinkModel { Text = "查询条件有误" }) with { NoIndex = true },
        Heading = "查询条件有误",
        Text = string.Concat(faults.Select(f => f.Text)),
        OffersSearch = false,
        Links = [new() { Text = "从头查看", Url = start }, new() { Text = "返回专栏首页", Url = context.Urls.Home }],
    };

    public static MessagePage NeedsPublicAddress(PageContext context) => NotFound(context) with
    {
        Title = Title(context, "没有开通订阅"),
        Heading = "没有开通订阅和站点地图",
        Text = "订阅和站点地图中的地址必须是完整网址，而本站还没有设置公开网址。网站管理员请设置 ShuangGongShi:PublicBaseUrl，例如 https://www.example.gov.cn。",
        OffersSearch = false,
    };

    internal static string Title(PageContext context, string name) => $"{name} - {context.Options.Look.ColumnName} - {context.Options.Agency.Name}";

    internal static FrameModel Column(PageContext context, string path, string name, string description, bool noIndex)
    {
        var frame = context.Frame(path, "", path, new LinkModel { Text = name });
        return frame with { NoIndex = frame.NoIndex || noIndex, Metas = [.. frame.Metas, .. PageTags.Column(context.Options, name, description)] };
    }

    private static RuleModel Rule(string title, string number, string text) => new() { Title = $"《{title}》", Number = number, Text = text };

    private static NoticeModel Notice(WithdrawalNotice notice) => new()
    {
        Number = notice.DocumentNumber.Length == 0 ? "无文号" : notice.DocumentNumber,
        Authority = notice.AuthorityName,
        WithdrawnAt = ShanghaiTime.Minute(notice.WithdrawnAt),
        Reason = notice.Reason,
    };
}
