using System.Globalization;

namespace SampleData;

/// <summary>The licences of the bureau.</summary>
internal sealed class Licenses(Dice dice, People people, Subjects subjects)
{
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public List<Row> Make(int count)
    {
        var items = Items.All.SelectMany(i => Enumerable.Repeat(i, i.Weight)).ToList();
        var days = Enumerable.Range(0, count).Select(Day).Order().ToList();
        return [.. days.Select((day, i) => One(dice.Pick(items), day, i, count))];
    }

    private DateOnly Day(int i)
    {
        if (i < 26) return Workdays.AtOrBefore(Workdays.Today.AddDays(-1 - dice.Next(19)));
        var (from, to) = (i % 10) switch
        {
            0 => (new DateOnly(2022, 1, 6), new DateOnly(2022, 12, 29)),
            1 or 2 => (new DateOnly(2023, 1, 6), new DateOnly(2023, 12, 28)),
            3 or 4 => (new DateOnly(2024, 1, 6), new DateOnly(2024, 12, 30)),
            5 or 6 => (new DateOnly(2025, 1, 6), new DateOnly(2025, 12, 30)),
            _ => (new DateOnly(2026, 1, 6), new DateOnly(2026, 11, 2)),
        };
        return Workdays.AtOrBefore(from.AddDays(dice.Next(to.DayNumber - from.DayNumber)));
    }

    private Row One(Item item, DateOnly decided, int index, int count)
    {
        // A newly qualified person is rarely met twice.
        var subject = index == count - 9 ? subjects.Namesake : item.Sectors == "person" && dice.Chance(70) ? subjects.Person() : subjects.Of(item.Sectors);
        if (index == count - 9) item = Items.All[0];
        var prose = new Prose(dice, people, subjects, subject, decided, dice.Pick(item.Goods));
        var number = LicenseNumber(item, subject, prose["goods"], decided);
        var from = item.Years >= 0 && dice.Chance(20) ? decided.AddDays(dice.Between(1, 10)) : decided;
        var until = item.Years <= 0 ? new DateOnly(2099, 12, 31) : from.AddYears(item.Years).AddDays(-1);
        var accepted = decided.AddDays(-dice.Between(1, 20));
        var row = new Row
        {
            ["行政相对人名称"] = subject.Name,
            ["行政许可决定文书名称"] = item.Title,
            ["行政许可决定文书号"] = DocumentNumber(item, number, decided),
            ["许可类别"] = item.Category,
            ["许可证书名称"] = item.Certificate,
            ["许可编号"] = number,
            ["许可内容"] = prose.Fill(dice.Pick(item.Contents)),
            ["许可决定日期"] = decided,
            ["有效期自"] = from,
            ["有效期至"] = until,
            ["许可机关"] = Agency.Name,
            ["许可机关统一社会信用代码"] = Agency.Code,
            ["当前状态"] = item.Years < 0 || until < Workdays.Today || dice.Chance(3) ? "2" : "1",
            ["数据来源单位"] = Agency.Name,
            ["数据来源单位统一社会信用代码"] = Agency.Code,
            ["备注"] = Remark(prose),
            ["领域"] = item.Domain,
            ["事项编码"] = item.Code,
            ["生效日期"] = dice.Chance(60) ? from : null,
            ["送达日期"] = dice.Chance(60) ? Latest(Workdays.After(decided, dice.Between(0, 3))) : null,
            ["受理日期"] = Workdays.AtOrBefore(accepted),
            ["办结日期"] = decided,
            ["设定依据"] = item.Basis,
            ["救济渠道"] = dice.Chance(40) ? Agency.Remedy : "",
        };
        row.Identify(subject, dice);
        if (subject.IsPerson && index % 5 != 0) row["个人信息公示依据"] = "《中华人民共和国行政许可法》第四十条";
        row.Review(decided, dice, waits: index % 31 == 17);
        row.Clerk = dice.Next(4);
        return row;
    }

    private static DateOnly? Latest(DateOnly day) => day > Workdays.Today ? null : day;

    private string LicenseNumber(Item item, Subject subject, string goods, DateOnly decided) => item.NumberPrefix switch
    {
        "" => "",
        // The certificate of a worker carries the worker's identity number.
        "证" => subject.PersonId.Length > 0 && dice.Chance(40) ? subject.PersonId : $"T3397{decided.Year}{dice.Digits(6)}",
        "JY" => $"JY{dice.Between(1, 3)}{People.CityDivision}{dice.Digits(7)}",
        "SC1" => $"SC1{dice.Between(10, 31)}{People.CityDivision}{dice.Digits(5)}",
        "梯11浙W" => $"{EquipmentLetter(goods)}浙W{dice.Digits(5)}({decided.Year % 100})",
        "浙云食药监械经营许" => $"浙云食药监械经营许{decided.Year}{dice.Digits(4)}号",
        "〔云〕社量标" => $"〔{decided.Year}〕云社量标{dice.Digits(3)}号",
        var prefix => prefix + dice.Digits(8),
    };

    private static string EquipmentLetter(string goods) => goods switch
    {
        "叉车" => "车11",
        "承压蒸汽锅炉" => "锅10",
        "桥式起重机" => "起17",
        "固定式压力容器（储气罐）" => "容15",
        _ => "梯11",
    };

    private string DocumentNumber(Item item, string number, DateOnly decided)
    {
        if (item.Register.Length == 0)
        {
            // A certificate number that is an identity number cannot be the document number.
            if (number.Length != 18 && _numbers.Add(number)) return number;
            return Running("云市监人许", decided);
        }
        return Running(item.Register, decided);
    }

    private string Running(string register, DateOnly decided)
    {
        string value;
        do
        {
            var running = decided.DayOfYear + dice.Between(1, 40);
            value = register.EndsWith('字')
                ? $"{register}〔{decided.Year}〕第{(running * 13 + dice.Between(0, 12)).ToString("00000", CultureInfo.InvariantCulture)}号"
                : $"{register}〔{decided.Year}〕{running}号";
        }
        while (!_numbers.Add(value));
        return value;
    }

    private string Remark(Prose prose) => dice.Next(16) switch
    {
        0 => prose.Fill("委托代理人{p1}，身份证号{id1}，电话{tel1}"),
        1 => "告知承诺制办理",
        2 => "全程网办",
        3 => prose.Fill("领证人{p1}"),
        4 => "跨省通办",
        _ => "",
    };
}
