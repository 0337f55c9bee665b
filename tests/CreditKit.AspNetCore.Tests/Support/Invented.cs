using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>Invented public records: every name, number and fact is made up.</summary>
internal static class Invented
{
    public const string LongestName = "青禾市云岭区东风路街道第二城市更新片区绿色建筑装配式构件与环保新型墙体材料联合研究开发及工程技术服务有限责任公司分公司";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 30, 0, TimeSpan.Zero);

    private static readonly string[] Names =
    [
        "青禾市麦香园食品有限公司", "云岭区老街口餐饮服务有限公司", "青禾远山建筑工程有限公司", LongestName, "青禾市第一热力有限责任公司",
        "青禾安行汽车检测服务有限公司", "云岭区晨光幼儿园", "青禾市海棠湾物业管理有限公司", "青禾绿洲环保科技股份有限公司", "青禾市南桥农贸市场管理有限公司",
    ];

    private static readonly string[] Categories = ["罚款", "警告、罚款", "没收违法所得、没收非法财物、罚款", "责令停产停业"];

    private static readonly string[] Violations =
    [
        "经营标签不符合规定的预包装食品", "未按规定对特种设备进行定期检验", "未依法取得施工许可证擅自施工", "发布虚假广告", "餐饮具未经清洗消毒直接使用",
    ];

    private static readonly string[] Permits = ["食品经营许可", "建筑工程施工许可", "特种设备使用登记", "城镇污水排入排水管网许可", "人力资源服务许可"];

    public static List<PublicRecord> Records(int licenses = 45, int penalties = 38) =>
        [.. Enumerable.Range(0, licenses).Select(License), .. Enumerable.Range(0, penalties).Select(Penalty)];

    public static PublicRecord License(int i)
    {
        var decided = new DateOnly(2026, 11, 18).AddDays(-i * 5);
        var permit = Permits[i % Permits.Length];
        var number = $"青发改许〔{decided.Year}〕{200 - i}号";
        var name = Names[i % Names.Length];
        return new()
        {
            Id = $"x{i:D3}LicAbCdEfGhIj",
            Revision = 1,
            Kind = RecordKind.License,
            CounterpartKind = CounterpartKind.Organization,
            CounterpartName = name,
            CounterpartCode = Code(i % Names.Length),
            DocumentNumber = number,
            Title = $"准予行政许可决定书（{permit}）",
            Summary = $"准予{permit}；经营场所：青禾市云岭区人民路 {i + 1} 号；许可范围以许可证书载明的为准",
            Category = i % 3 == 0 ? "登记" : "普通",
            AuthorityName = "青禾市发展和改革委员会",
            LicenseStatus = i % 9 == 4 ? LicenseStatus.Invalid : LicenseStatus.Valid,
            DecisionDate = decided,
            From = decided,
            PublishedAt = new DateTimeOffset(decided, new TimeOnly(9, 5), TimeSpan.FromHours(8)).AddDays(2),
            PeriodLine = "法律未规定公示的结束日期，长期公示并注明状态，依据《中华人民共和国行政许可法》第四十条。",
            Fields =
            [
                new("Counterpart.Name", "counterpart", "行政相对人名称", name, false),
                new("Counterpart.Kind", "counterpart", "行政相对人类别", "法人及非法人组织", false),
                new("Counterpart.UnifiedSocialCreditCode", "counterpart", "统一社会信用代码", Code(i % Names.Length), false),
                new("Counterpart.LegalRepresentative", "counterpart", "法定代表人", "周**", true),
                new("DecisionDocumentTitle", "decision", "决定文书名称", "准予行政许可决定书", false),
                new("DocumentNumber", "decision", "决定文书号", number, false),
                new("Category", "decision", "许可类别", i % 3 == 0 ? "登记" : "普通", false),
                new("LicenseNumber", "decision", "许可编号", $"JY1{i:D6}2026", false),
                new("Content", "decision", "许可内容", $"准予{permit}；经营场所：青禾市云岭区人民路 {i + 1} 号；许可范围以许可证书载明的为准", false),
                new("DecisionDate", "decision", "决定日期", decided.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
                new("ValidFrom", "decision", "有效期自", decided.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
                new("ValidUntil", "decision", "有效期至", i % 2 == 0 ? "长期" : decided.AddYears(5).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
                new("DecidingAuthority.Name", "authority", "许可机关", "青禾市发展和改革委员会", false),
                new("DataSource.Name", "authority", "数据来源单位", "青禾市发展和改革委员会", false),
            ],
        };
    }

    public static PublicRecord Penalty(int i)
    {
        var decided = new DateOnly(2026, 11, 12).AddDays(-i * 6);
        var serious = i % 6 == 2;
        var until = serious ? decided.AddYears(3) : decided.AddYears(1);
        var violation = Violations[i % Violations.Length];
        var name = i % 7 == 5 ? "云岭区好再来小吃店（经营者：王**）" : Names[(i * 3) % Names.Length];
        var number = $"青市监罚〔{decided.Year}〕{300 - i}号";
        var facts = i == 3
            ? string.Concat(Enumerable.Repeat("经查，当事人于检查当日在经营场所内摆放待售的预包装食品，标签未标注生产者的名称、地址和联系方式，货值金额共计二千三百元；当事人不能提供进货查验记录。", 52))
            : $"经查，当事人存在{violation}的行为，执法人员现场检查时未能提供相应记录，联系人 李**，联系电话 138****5678。";
        return new()
        {
            Id = $"y{i:D3}PenAbCdEfGhIj",
            Revision = i % 8 == 1 ? 2 : 1,
            Kind = RecordKind.Penalty,
            CounterpartKind = i % 7 == 5 ? CounterpartKind.SoleTrader : CounterpartKind.Organization,
            CounterpartName = name,
            CounterpartCode = i % 7 == 5 ? null : Code((i * 3) % Names.Length),
            DocumentNumber = number,
            Title = violation,
            Summary = i == 3 ? facts : violation + "，" + facts,
            Category = Categories[i % Categories.Length],
            AuthorityName = i % 4 == 3 ? "青禾市云岭区市场监督管理局" : "青禾市市场监督管理局",
            Domain = "食品",
            Severity = serious ? Severity.Serious : Severity.General,
            DecisionDate = decided,
            From = decided,
            Until = until,
            PublishedAt = new DateTimeOffset(decided, new TimeOnly(16, 20), TimeSpan.FromHours(8)).AddDays(3),
            RepairableFrom = decided.AddMonths(serious ? 12 : 3),
            PeriodLine = $"公示期至 {until.AddDays(-1):yyyy-MM-dd}，依据《信用修复管理办法》（国家发展改革委令第36号）：{(serious ? "严重失信信息公示期一年以上三年以下" : "一般失信信息公示期三个月以上一年以下")}，自行政处罚决定作出之日起计算。",
            Corrected = i % 8 == 1,
            UnderObjection = i == 4,
            Fields =
            [
                new("Counterpart.Name", "counterpart", "行政相对人名称", name, i % 7 == 5),
                new("Counterpart.Kind", "counterpart", "行政相对人类别", i % 7 == 5 ? "个体工商户" : "法人及非法人组织", false),
                new("Counterpart.UnifiedSocialCreditCode", "counterpart", "统一社会信用代码", i % 7 == 5 ? "92**************" : Code((i * 3) % Names.Length), i % 7 == 5),
                new("DocumentNumber", "decision", "决定文书号", number, false),
                new("ViolationType", "decision", "违法行为类型", violation, false),
                new("ViolationFacts", "decision", "违法事实", facts, i != 3),
                new("LegalBasis", "decision", "处罚依据", "《中华人民共和国食品安全法》第一百二十五条第一款第二项", false),
                new("PenaltyCategories", "decision", "处罚类别", Categories[i % Categories.Length], false),
                new("PenaltyContent", "decision", "处罚内容", "1. 没收违法所得 350.00 元；\n2. 处罚款 20,000.00 元。", false),
                new("FineAmount", "decision", "罚款金额", "20,000.00 元", false),
                new("ConfiscatedAmount", "decision", "没收金额", "350.00 元", false),
                new("DecisionDate", "decision", "决定日期", decided.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
                new("Severity", "decision", "严重程度", serious ? "严重" : "一般", false),
                new("DecidingAuthority.Name", "authority", "处罚机关", "青禾市市场监督管理局", false),
                new("DataSource.Name", "authority", "数据来源单位", "青禾市市场监督管理局", false),
                new("RemedyChannel", "remedy", "救济渠道", "不服本决定的，可以自收到决定书之日起六十日内向青禾市人民政府申请行政复议，或者六个月内依法向人民法院提起行政诉讼。", false),
            ],
        };
    }

    private static string Code(int i) => $"91000000MA0ABCD{i:D3}";
}
