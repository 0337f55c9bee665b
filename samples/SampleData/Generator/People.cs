using System.Globalization;

namespace SampleData;

/// <summary>
/// Invented people and what identifies them. Identity numbers use the division 3397, which no place has; phones use number
/// ranges that are not allotted; cards and plates use an issuer and a letter that are not met: nothing here can be anyone's.
/// </summary>
internal sealed class People(Dice dice)
{
    public const string CityDivision = "339700";
    private static readonly string[] Divisions = ["339702", "339703", "339721", "339722"];
    private static readonly string[] PhoneRanges = ["154", "164", "168", "169", "194"];
    private static readonly string[] Streets = ["望澜大道", "青堤路", "柳荫街", "渔火巷", "石埠东路", "采薇路", "临湖北街", "织锦巷", "鹿鸣路", "半亭街", "松涛南路", "云栖大街", "水磨坊路", "桂棹路", "粮仓巷", "新渡口街"];
    private static readonly string[] Compounds = ["锦澜苑", "青堤家园", "望津雅居", "水岸华庭", "云栖新村", "织锦小区", "鹿鸣花园", "旧渡里"];
    private static readonly string[] Surnames = ["万", "乔", "卞", "尤", "尹", "司徒", "龙", "阮", "邬", "庄", "向", "池", "严", "苏", "芮", "辛", "沈", "邵", "欧阳", "罗", "郝", "柏", "贺", "骆", "翁", "涂", "诸葛", "陶", "桑", "梅", "戚", "盛", "康", "章", "粟", "韩", "温", "谢", "蒲", "路", "鲍", "廖", "滕", "潘", "薛", "穆", "王", "李", "张", "陈", "周", "吴", "赵", "黄"];
    private static readonly string[] GivenFirst = ["绍", "沁", "砚", "启", "竹", "若", "振", "秋", "怀", "润", "雨", "景", "维", "佩", "知", "立", "春", "淑", "仲", "敬", "海", "桂", "兆", "云", "凤", "元", "思", "国", "晓", "艺"];
    private static readonly string[] GivenSecond = ["棠", "宁", "舟", "澜", "川", "瑶", "泉", "棣", "蘅", "楠", "衡", "梧", "珩", "葵", "岚", "贤", "屏", "穗", "圃", "樾", "娥", "坡", "芹", "荪", "弟", "良"];

    public static readonly string[] Counties = ["云溪区", "澜桥区", "青堤县", "望津县"];

    private readonly Dictionary<string, SortedSet<string>> _issued = [];
    private readonly HashSet<string> _names = new(["温泉", "龙泉", "苏宁", "康宁", "万泉", "盛泉", "路泉", "梅岚", "万绍棠", .. Agency.Reviewers], StringComparer.Ordinal);
    private int _spare;

    /// <summary>Everything that identifies a person and was used, by kind: tests look for it where it must not be.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Issued => _issued;

    /// <summary>A name that nobody else in the files has and that is no common word, so that a test can look for it in a text.</summary>
    /// <param name="kind">Under what it is listed: names of legal representatives may be shown in full, others not.</param>
    public string Name(string kind = "name")
    {
        var value = dice.Pick(Surnames) + (dice.Chance(78) ? dice.Pick(GivenFirst) : "") + dice.Pick(GivenSecond);
        while (!_names.Add(value))
        {
            _spare += 7;
            value = Surnames[_spare % Surnames.Length] + GivenFirst[_spare / 3 % GivenFirst.Length] + GivenSecond[_spare / 5 % GivenSecond.Length];
        }
        return Issue(kind, value);
    }

    /// <summary>A name given from outside, listed like the others.</summary>
    public string Named(string name) => Issue("name", name);

    public string IdentityNumber()
    {
        var birth = new DateOnly(1958, 1, 1).AddDays(dice.Next(365 * 45));
        return Issue("identityNumber", CheckDigits.IdentityNumber(dice.Pick(Divisions) + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + dice.Between(1, 899).ToString("000", CultureInfo.InvariantCulture)));
    }

    public string Phone() => Issue("phone", dice.Pick(PhoneRanges) + dice.Digits(8));

    public string Landline() => Issue("landline", "0569-" + dice.Between(2, 8) + dice.Digits(6));

    public string BankCard() => Issue("bankCard", CheckDigits.BankCard("629997" + dice.Digits(12)));

    public string Plate() => Issue("plate", "浙W" + dice.Pick("ABDEFGHJK".ToCharArray()) + dice.Digits(4));

    public string Address() => $"云州市{dice.Pick(Counties)}{dice.Pick(Streets)}{dice.Between(1, 488)}号";

    public string ShopAddress() => $"{Address()}{dice.Pick(["一层", "1-2层", "附3号", "A座102室", "底商7号", ""])}";

    public string Home() => Issue("home", $"云州市{dice.Pick(Counties)}{dice.Pick(Streets)}{dice.Between(1, 300)}号{dice.Pick(Compounds)}{dice.Between(1, 26)}幢{dice.Between(1, 4)}单元{dice.Between(1, 17)}0{dice.Between(1, 4)}室");

    private string Issue(string kind, string value)
    {
        if (!_issued.TryGetValue(kind, out var values)) _issued[kind] = values = new SortedSet<string>(StringComparer.Ordinal);
        values.Add(value);
        return value;
    }
}
