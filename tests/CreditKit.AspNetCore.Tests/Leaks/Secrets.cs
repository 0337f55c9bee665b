using System.Globalization;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests.Leaks;

/// <summary>Distinct invented personal data of every kind, each in the words in which a clerk writes it.</summary>
internal sealed class Secrets(int seed)
{
    private static readonly string[] Divisions = ["350402", "110105", "440305", "330106", "510107", "610113", "230103", "420106"];
    private static readonly string[] Surnames = ["张", "王", "李", "赵", "陈", "刘", "杨", "黄", "周", "吴", "徐", "孙", "朱", "马", "胡", "郭", "林", "何", "罗", "郑", "欧阳", "司马", "上官", "诸葛"];
    private static readonly string[] Given = ["晓", "建", "志", "美", "秀", "国", "海", "文", "丽", "雪", "春", "俊", "婷", "浩", "宇", "梓", "涵", "欣", "怡", "佳", "琪", "博", "泽", "睿", "颖", "燕", "霞", "芳", "娟", "敏"];
    private static readonly string[] Roads = ["列东街", "东新一路", "新市中路", "江滨路", "沙洲路", "工业中路", "红旗巷", "崇桂新村"];
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);

    /// <summary>Every secret that was given out, with its kind.</summary>
    public IReadOnlyDictionary<string, string> Kinds => _kinds;

    public string Identity() => New("identity", () =>
    {
        var body = Divisions[_random.Next(Divisions.Length)] + Day(1940, 2004).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + _random.Next(1000).ToString("000", CultureInfo.InvariantCulture);
        return body + ResidentIdentityNumber.CheckCharacter(body);
    });

    public string Mobile() => New("mobile", () => $"1{"3589"[_random.Next(4)]}{Digits(9)}");

    public string Name() => New("name", () => Surnames[_random.Next(Surnames.Length)] + Given[_random.Next(Given.Length)] + Given[_random.Next(Given.Length)]);

    /// <summary>A phrase with one more secret of a kind that turns round.</summary>
    public string Phrase(int turn) => (turn % 17) switch
    {
        0 => $"公民身份号码{Identity()}",
        1 => $"联系电话{Mobile()}",
        2 => $"座机电话{New("landline", () => $"0598-8{Digits(6)}")}",
        3 => $"银行卡号{New("bank card", () => Luhn("622202" + Digits(12)))}",
        4 => $"开户银行账号{New("bank account", () => "35001" + Digits(11))}",
        5 => $"护照号码{New("passport", () => "E" + Digits(8))}",
        6 => $"港澳居民来往内地通行证{New("travel permit", () => "H" + Digits(8))}",
        7 => $"驾驶{New("plate", () => $"闽G{Digits(5)}")}小型汽车",
        8 => $"电子邮箱{New("mail", () => $"u{Digits(7)}@example.com")}",
        9 => $"微信号{New("wechat", () => $"wx_{Digits(8)}")}",
        10 => $"QQ号{New("qq", () => "7" + Digits(8))}",
        11 => $"{New("birth date", () => Day(1931, 1969).ToString("yyyy年M月d日", CultureInfo.InvariantCulture))}出生",
        12 => $"家住福建省三明市三元区{New("address", () => $"{Roads[_random.Next(Roads.Length)]}{_random.Next(1, 999)}号{_random.Next(1, 40)}幢{_random.Next(101, 3299)}室")}",
        13 => $"当事人{Name()}到场",
        14 => $"身份证号码{New("spaced identity", () => Identity().Insert(14, " ").Insert(6, " "))}",
        15 => $"永久居留身份证{New("residence", () => "USA3101" + Day(1950, 1999).ToString("yyMMdd", CultureInfo.InvariantCulture) + Digits(2))}",
        _ => $"税务登记号{New("tax number", () => Identity() + Digits(2))}",
    };

    public string Phrases(int turn, int count) => "经查，" + string.Join("，", Enumerable.Range(turn, count).Select(Phrase)) + "。";

    private string New(string kind, Func<string> make)
    {
        while (true)
        {
            var value = make();
            if (_kinds.TryAdd(value, kind)) return value;
        }
    }

    private DateOnly Day(int from, int until) => new DateOnly(from, 1, 1).AddDays(_random.Next(365 * (until - from)));

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + (i == 0 ? _random.Next(1, 10) : _random.Next(10)))));

    private static string Luhn(string body)
    {
        var sum = body.Reverse().Select((c, i) => i % 2 == 0 ? (c - '0') * 2 is var d && d > 9 ? d - 9 : (c - '0') * 2 : c - '0').Sum();
        return body + (10 - sum % 10) % 10;
    }
}
