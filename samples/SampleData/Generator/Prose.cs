using System.Globalization;
using System.Text.RegularExpressions;

namespace SampleData;

/// <summary>Fills the blanks of a text. One instance a document, so that a name that is met twice stays the same.</summary>
internal sealed partial class Prose(Dice dice, People people, Subjects subjects, Subject subject, DateOnly decided, string goods)
{
    private readonly Dictionary<string, string> _filled = new(StringComparer.Ordinal) { ["n"] = subject.Name, ["goods"] = goods, ["code"] = subject.Code };

    public string Fill(string text) => Blank().Replace(text, m => this[m.Groups[1].Value]);

    public string this[string key]
    {
        get
        {
            if (!_filled.TryGetValue(key, out var value)) _filled[key] = value = Make(key);
            return value;
        }
    }

    private string Make(string key) => key switch
    {
        "p1" or "p2" or "p3" => Unused(() => people.Name()),
        "tel1" or "tel2" => dice.Chance(88) ? people.Phone() : people.Landline(),
        "id1" => people.IdentityNumber(),
        "card" => people.BankCard(),
        "plate" => people.Plate(),
        "addr" => subject.IsPerson || dice.Chance(30) ? people.ShopAddress() : subject.Address,
        "home" => subject.IsPerson && dice.Chance(60) ? subject.Address : people.Home(),
        "co" => Unused(subjects.OtherCompany),
        "insp" => Day(decided.AddDays(-dice.Between(70, 160))),
        "insp2" => Day(decided.AddDays(-dice.Between(25, 60))),
        "notice" => Day(Workdays.AtOrBefore(decided.AddDays(-dice.Between(8, 20)))),
        "k" => dice.Between(2, 9).ToString(CultureInfo.InvariantCulture),
        "qty" => dice.Between(11, 640).ToString(CultureInfo.InvariantCulture),
        "small" => (dice.Between(15, 380) / 10m).ToString("0.0", CultureInfo.InvariantCulture),
        "wage" => (dice.Between(18, 60) * 10).ToString(CultureInfo.InvariantCulture),
        "price" => dice.Between(86, 9600).ToString(CultureInfo.InvariantCulture),
        "sales" => (dice.Between(60000, 9800000) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        "profit" => (dice.Between(8000, 900000) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        "rpt" => $"YZ{decided.Year}{dice.Pick(["SP", "ZL", "JC"])}{dice.Digits(5)}",
        "digits" => dice.Digits(10),
        _ => throw new InvalidOperationException($"unknown blank {key}"),
    };

    private string Unused(Func<string> make)
    {
        string value;
        do value = make();
        while (_filled.ContainsValue(value));
        return value;
    }

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();
}
