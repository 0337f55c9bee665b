using System.Globalization;

namespace SampleData;

/// <summary>The penalties of the bureau.</summary>
internal sealed class Penalties(Dice dice, People people, Subjects subjects)
{
    private static readonly string[] Openings =
    [
        "{insp2}，本局执法人员在日常监督检查中发现当事人涉嫌违法，经批准于当日立案调查。",
        "根据“双随机、一公开”抽查任务安排，本局对当事人实施现场检查。",
        "本局接到全国12315平台转来的投诉举报，反映当事人存在违法行为，遂依法开展核查。",
        "根据上级交办的问题线索，本局对当事人立案调查。",
        "在民生领域案件查办“铁拳”行动中，本局发现当事人涉嫌违法经营。",
        "本局收到相邻县区市场监督管理部门移送的线索后，依法立案。",
        "",
    ];

    private static readonly string[] Closings =
    [
        "本局于{notice}向当事人送达行政处罚告知书，当事人在法定期限内未提出陈述、申辩意见，也未要求举行听证。",
        "案件调查过程中，当事人积极配合，主动提供证据材料，及时改正违法行为，具有从轻处罚情节。",
        "当事人提出陈述申辩，称经营困难请求减免。本局经复核认为，其所述理由不属于法定减轻处罚情形，不予采纳。",
        "以上事实有现场笔录、询问笔录、当事人营业执照复印件、身份证复印件、照片打印件等证据证明，并经当事人签字确认。",
        "案发后当事人已与受影响的{p3}达成和解并赔偿损失，取得谅解。",
        "鉴于当事人系初次违法，社会危害性较小，参照《市场监督管理行政处罚裁量权适用规则》，决定从轻处罚。",
        "当事人曾因同类违法行为于上一年度受过行政处罚，属于两年内再次违法，应当从重处罚。",
        "依当事人申请，本局于{notice}举行听证，委托代理人{p3}律师到场，听证主持人认为事实清楚、证据确凿。",
        "",
    ];

    private static readonly string[] Evidence =
    [
        "上述事实，主要有以下证据证明：1.现场笔录及现场照片{k}张，证明执法人员依法检查及现场情况；2.对当事人负责人、{p1}、{p2}的询问笔录各一份，证明违法行为的起止时间和经过；3.销售台账、支付平台流水及银行账户{card}的交易明细，证明涉案金额；4.当事人主体资格材料及授权委托书，证明当事人身份；5.证人{p3}（联系电话：{tel2}）的书面证言，证明其在场见证的事实。上述证据经查证属实，形成完整的证据链。",
        "案件调查终结后，承办人员提出处理意见，经法制审核机构审核并提交负责人集体讨论。当事人委托其亲属{p3}（身份证号码：{id1}）代为办理相关手续，并在送达地址确认书中载明送达地址为{home}、手机号码为{tel2}。本局认为，当事人的行为违反了前述规定，应当依法予以处罚；综合考虑违法行为的性质、情节、社会危害程度以及当事人的主观过错、改正情况，对照裁量基准确定处罚幅度，过罚相当。",
    ];

    /// <summary>Every kind of violation.</summary>
    public static readonly Violation[] Kinds = [.. ViolationsFood.All, .. ViolationsEquipment.All, .. ViolationsMarket.All];

    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private int _clerk;

    public List<Row> Make(int count)
    {
        Violation[] kinds = [.. Kinds, .. Kinds.Where(k => k.Sectors.Contains("person", StringComparison.Ordinal))];
        var days = Enumerable.Range(0, count).Select(Day).Order().ToList();
        var order = Enumerable.Range(0, count).Select(i => kinds[i % kinds.Length]).Select(k => (Key: dice.Next(1 << 20), Kind: k)).OrderBy(x => x.Key).Select(x => x.Kind).ToList();
        return [.. days.Select((day, i) => One(order[i], day, i, count))];
    }

    private DateOnly Day(int i)
    {
        if (i < 14) return Workdays.AtOrBefore(Workdays.Today.AddDays(-1 - dice.Next(16)));
        var (from, to) = (i % 20) switch
        {
            0 => (new DateOnly(2022, 1, 10), new DateOnly(2022, 12, 28)),
            1 or 2 => (new DateOnly(2023, 1, 10), new DateOnly(2023, 12, 28)),
            3 or 4 or 5 => (new DateOnly(2024, 1, 10), new DateOnly(2024, 12, 28)),
            6 or 7 or 8 or 9 => (new DateOnly(2025, 1, 10), new DateOnly(2025, 11, 20)),
            _ => (new DateOnly(2025, 11, 24), new DateOnly(2026, 11, 5)),
        };
        return Workdays.AtOrBefore(from.AddDays(dice.Next(to.DayNumber - from.DayNumber)));
    }

    private Row One(Violation kind, DateOnly decided, int index, int count)
    {
        // The code and the rules cited came into force later than the oldest decisions.
        if (kind.Type.Contains("连续六个月", StringComparison.Ordinal) && decided < new DateOnly(2024, 8, 1)) kind = ViolationsMarket.All[0];
        if (kind.Basis.Contains("药品经营和使用质量", StringComparison.Ordinal) && decided < new DateOnly(2024, 2, 1))
            kind = kind with { Basis = "《药品流通监督管理办法》第十八条第一款、第三十八条第一款", FineFrom = 200, FineTo = 1000 };
        var subject = index == count - 5 ? subjects.Namesake : subjects.Of(kind.Sectors.Contains("person", StringComparison.Ordinal) && dice.Chance(45) ? "person" : kind.Sectors);
        if (index == count - 5) kind = ViolationsFood.All[1];

        var prose = new Prose(dice, people, subjects, subject, decided, dice.Pick(kind.Goods));
        var facts = prose.Fill(dice.Pick(kind.Facts));
        var summary = kind.Class == "轻微" && dice.Chance(45);
        if (!summary)
        {
            var opening = prose.Fill(dice.Pick(Openings));
            if (dice.Chance(30)) facts += prose.Fill(dice.Pick(Evidence));
            var closing = prose.Fill(dice.Pick(Closings));
            facts = opening + facts + closing;
            if (facts.Length < 320 && dice.Chance(45)) facts += prose.Fill(dice.Pick(Closings.Where(c => c.Length > 0 && !facts.EndsWith(prose.Fill(c), StringComparison.Ordinal)).ToList()));
        }

        if (dice.Chance(40) && facts.IndexOf("当事人", StringComparison.Ordinal) is var first and >= 0) facts = facts.Insert(first + 3, subject.Name);

        var fine = summary ? (subject.IsPerson ? dice.Pick([50, 100, 200]) : dice.Pick([0, 0, 200, 500, 1000])) : Fine(kind);
        if (summary && kind.FineTo == 0) fine = 0;
        var confiscated = kind.Confiscates && !summary ? decimal.Parse(prose["profit"], CultureInfo.InvariantCulture) : 0m;
        var (category, content) = Outcome(kind, prose, fine, confiscated);
        var severity = dice.Chance(6) ? "" : kind.Class == "一般" && dice.Chance(8) && fine < 3000 ? "轻微" : kind.Class;
        var row = new Row
        {
            ["行政相对人名称"] = subject.Name,
            ["行政处罚决定书文号"] = Number(decided, summary),
            ["违法行为类型"] = kind.Type,
            ["违法事实"] = facts,
            ["处罚依据"] = kind.Basis,
            ["处罚类别"] = category,
            ["处罚内容"] = content,
            ["罚款金额(万元)"] = fine > 0 ? fine / 10000m : null,
            ["没收违法所得、没收非法财物的金额(万元)"] = confiscated > 0 ? confiscated / 10000m : null,
            ["暂扣或吊销证照名称及编号"] = prose.Fill(kind.Certificate),
            ["处罚决定日期"] = decided,
            ["处罚有效期"] = dice.Chance(50) ? new DateOnly(2099, 12, 31) : decided.AddYears(1),
            ["公示截止期"] = decided < new DateOnly(2026, 4, 1) && dice.Chance(35) ? decided.AddYears(kind.Class == "严重" ? 3 : 1) : null,
            ["处罚机关"] = Agency.Name,
            ["处罚机关统一社会信用代码"] = Agency.Code,
            ["数据来源单位"] = Agency.Name,
            ["数据来源单位统一社会信用代码"] = Agency.Code,
            ["备注"] = Remark(prose),
            ["处罚程序"] = summary ? "简易程序" : dice.Chance(80) ? "普通程序" : "",
            ["严重程度"] = severity,
            ["领域"] = kind.Domain,
            ["事项编码"] = kind.Item,
            ["生效日期"] = decided,
            ["送达日期"] = Workdays.After(decided, summary ? 0 : dice.Between(0, 4)),
            ["受理日期"] = summary ? null : decided.AddDays(-dice.Between(25, 80)),
            ["设定依据"] = dice.Chance(30) ? kind.Basis.Split('，')[0] : "",
            ["救济渠道"] = dice.Chance(65) ? Agency.Remedy : "",
        };
        row.Identify(subject, dice);
        var performed = Workdays.After(decided, dice.Between(1, 15));
        if (performed < Workdays.Today && dice.Chance(75))
        {
            row["履行日期"] = performed;
            row["办结日期"] = Workdays.After(performed, 2) is var closed && closed <= Workdays.Today ? closed : null;
        }
        // Anonymised cases of people are shown in a few of the fields' laws only; the bureau notes a basis there.
        if (subject.IsPerson && dice.Chance(35)) row["个人信息公示依据"] = "《中华人民共和国行政处罚法》第四十八条第一款（具有一定社会影响）";
        row.Review(decided, dice, waits: index % 23 == 11);
        row.Clerk = _clerk = dice.Chance(70) ? _clerk : dice.Next(4);
        return row;
    }

    private int Fine(Violation kind) => kind.FineTo == 0 || (kind.FineFrom == 0 && dice.Chance(30)) ? 0
        : (kind.FineFrom + dice.Next(Math.Max(1, (kind.FineTo - kind.FineFrom) * dice.Pick([15, 35, 60, 100]) / 100))) is var fine && fine > 2000 ? fine / 500 * 500 : fine / 50 * 50;

    private static (string Category, string Content) Outcome(Violation kind, Prose prose, int fine, decimal confiscated)
    {
        List<string> categories = [];
        List<string> parts = [];
        if (fine == 0 && confiscated == 0 && kind.Further.Length == 0 || (kind.Class == "轻微" && fine > 0 && fine < 500))
        {
            categories.Add("警告");
            parts.Add("警告");
        }
        if (fine > 0)
        {
            categories.Add("罚款");
            parts.Add($"罚款人民币{fine.ToString("#,0", CultureInfo.InvariantCulture)}元");
        }
        if (confiscated > 0)
        {
            categories.Add("没收违法所得、没收非法财物");
            parts.Add($"没收违法所得{confiscated.ToString("#,0.00", CultureInfo.InvariantCulture)}元");
        }
        if (kind.Further.Length > 0)
        {
            var further = kind.Further.Split('|');
            if (!categories.Contains(further[0])) categories.Add(further[0]);
            parts.Add(prose.Fill(further[1]));
        }
        var content = parts.Count == 1 ? parts[0] + "。" : string.Join("；", parts.Select((p, i) => $"{i + 1}.{p}")) + "。";
        return (string.Join("；", categories), (prose["k"] is "2" or "5" ? "责令当事人立即改正违法行为，并作出如下处罚：" : "") + content + (fine > 0 && prose["k"] is "3" ? "罚没款上缴国库，逾期不缴纳的，每日按罚款数额的百分之三加处罚款。" : ""));
    }

    private string Number(DateOnly decided, bool summary)
    {
        string number;
        do
        {
            // The running number grows through the year, as a register's does.
            var running = decided.DayOfYear * (summary ? 1 : 2) / 3 + dice.Between(1, 6);
            number = summary ? $"云市监当罚〔{decided.Year}〕{running}号"
                : dice.Next(12) switch
                {
                    0 => $"云市监处罚[{decided.Year}]{running}号",
                    1 => $"云市监处罚（{decided.Year}）{running}号",
                    2 => $"云市监稽处罚〔{decided.Year}〕{running}号",
                    _ => $"云市监处罚〔{decided.Year}〕{running}号",
                };
        }
        while (!_numbers.Add(number));
        return number;
    }

    private string Remark(Prose prose) => dice.Next(14) switch
    {
        0 => prose.Fill("罚没款已由{p2}代缴"),
        1 => prose.Fill("送达联系人{p1}，电话{tel1}"),
        2 => "已分期缴纳",
        3 => prose.Fill("邮寄送达，收件地址{home}"),
        4 => "当事人已申请信用修复",
        _ => "",
    };
}
