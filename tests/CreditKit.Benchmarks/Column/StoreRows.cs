using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.Benchmarks.Column;

/// <summary>Invented public records with about 25 fields, as an agency's pages have them; the same for the same number.</summary>
internal static class StoreRows
{
    private static readonly string[] Places = ["云州市", "临江县", "望海区", "青石镇", "白鹿县", "松岭市"];
    private static readonly string[] Trades = ["食品", "建筑工程", "化工", "餐饮管理", "物流", "医疗器械", "机电设备", "印刷包装", "农业科技", "消防器材"];
    private static readonly string[] Acts = ["销售超过保质期的食品", "未按规定安装消防设施", "擅自改变经营场所", "使用未经检验的特种设备", "发布虚假广告", "未取得许可从事经营活动", "超限运输", "未按规定处置危险废物"];
    private static readonly string[] Units = ["市场监督管理局", "应急管理局", "交通运输局", "水务局", "自然资源局", "城市管理局", "卫生健康委员会", "生态环境局", "文化和旅游局", "农业农村局"];
    private static readonly string[] Licenses = ["普通", "特许", "认可", "核准", "登记"];
    private static readonly string[] Penalties = ["警告", "罚款", "警告、罚款", "没收违法所得、没收非法财物", "责令停产停业", "暂扣许可证件"];

    /// <summary>The record number <paramref name="n"/>.</summary>
    public static PublicChange Make(int n)
    {
        var random = new Random(n * 7919 + 17);
        var penalty = random.Next(100) < 45;
        var decided = new DateOnly(2024, 1, 2).AddDays(random.Next(1_000));
        var name = $"{Pick(Places)}{Han(3)}{Pick(Trades)}有限公司";
        var code = $"9133{random.Next(100_000):000000}MA{random.Next(10_000_000):0000000}{random.Next(10)}";
        var authority = Pick(Places) + Pick(Units);
        var number = string.Create(CultureInfo.InvariantCulture, $"{authority[..2]}{(penalty ? "罚" : "许")}〔{decided.Year}〕{n}号");
        var category = Pick(penalty ? Penalties : Licenses);
        var facts = $"经查，当事人{name}于{decided.AddDays(-40):yyyy年M月d日}{Pick(Acts)}，涉及{Han(6)}等{random.Next(2, 90)}项，金额{random.Next(100, 90_000)}元，另有{Han(18)}的情形，违反有关规定。";
        var summary = penalty ? Pick(Acts) : $"准予从事{Pick(Trades)}经营，范围{Han(8)}";
        var until = penalty ? decided.AddMonths(random.Next(2) == 0 ? 36 : 48).AddDays(1) : (DateOnly?)null;
        var id = System.Buffers.Text.Base64Url.EncodeToString([.. BitConverter.GetBytes((ulong)n * 0x9E3779B97F4A7C15), .. BitConverter.GetBytes((long)n)]);
        PublicField[] fields =
        [
            new("Counterpart.Name", "counterpart", "行政相对人名称", name, false),
            new("Counterpart.Kind", "counterpart", "行政相对人类别", "法人及非法人组织", false),
            new("Counterpart.UnifiedSocialCreditCode", "counterpart", "统一社会信用代码", code, false),
            new("LegalRepresentative", "counterpart", "法定代表人", Han(1) + "**", true),
            new("DocumentNumber", "decision", "决定文书号", number, false),
            new("Category", "decision", "类别", category, false),
            new("Summary", "decision", penalty ? "违法行为类型" : "许可内容", summary, false),
            new("Facts", "decision", penalty ? "违法事实" : "许可事项", facts, false),
            new("LegalBasis", "decision", "依据", $"《{Han(6)}条例》第{random.Next(1, 90)}条第一款", false),
            new("Content", "decision", "处理内容", $"{category}；金额{random.Next(1, 999)}00元", false),
            new("Amount", "decision", "金额", $"{random.Next(1, 999)}00.00 元", false),
            new("DecisionDate", "decision", "决定日期", decided.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
            new("ValidUntil", "decision", "有效期至", decided.AddYears(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
            new("Authority", "authority", "决定机关", authority, false),
            new("AuthorityCode", "authority", "决定机关统一社会信用代码", "1133000000" + random.Next(10_000_000, 99_999_999), false),
            new("DataSource", "authority", "数据来源单位", authority, false),
            new("Period", "disclosure", "公示期", until is null ? "长期" : "三年", false),
            new("Remedy", "remedy", "救济渠道", "如不服本决定，可自收到决定书之日起六十日内依法申请行政复议，或者六个月内依法向人民法院提起行政诉讼。", false),
        ];
        return new PublicChange
        {
            Id = id,
            Arrival = n,
            Revision = 1,
            Sequence = n,
            PublishBy = decided.AddDays(9),
            Record = new PublicRecord
            {
                Id = id,
                Revision = 1,
                Kind = penalty ? RecordKind.Penalty : RecordKind.License,
                CounterpartKind = CounterpartKind.Organization,
                CounterpartName = name,
                CounterpartCode = code,
                DocumentNumber = number,
                Title = summary,
                Summary = summary,
                Category = category,
                AuthorityName = authority,
                Severity = penalty ? (Severity)random.Next(2, 4) : null,
                LicenseStatus = penalty ? null : LicenseStatus.Valid,
                DecisionDate = decided,
                From = decided,
                Until = until,
                PublishedAt = new DateTimeOffset(decided.AddDays(random.Next(3, 11)).ToDateTime(new TimeOnly(9, random.Next(60))), TimeSpan.FromHours(8)).ToUniversalTime(),
                PeriodLine = until is null ? "长期公示" : "公示期三年",
                Fields = new EquatableList<PublicField>(fields),
            },
        };

        string Pick(string[] values) => values[random.Next(values.Length)];

        string Han(int length) => string.Create(length, random, static (span, r) =>
        {
            foreach (ref var c in span) c = (char)(0x4E00 + r.Next(2_500));
        });
    }
}
