using System.Globalization;

namespace SampleData;

/// <summary>The counterparts of an invented county-level city. Every name starts with 云州市, which does not exist.</summary>
internal sealed class Subjects
{
    private static readonly string[] Brands = ["澜禾", "青埠", "渡云", "鹿栖", "芷岸", "穗丰年", "半亭", "松汀", "织月", "望舒里", "柏舟", "渔歌子", "采薇堂", "砚田", "临泽", "锦笙", "知味轩", "桂棹", "水磨坊", "安澜", "逐浪", "千穗", "听橹", "晴川阁", "玉衡", "禾木生", "拾光集", "九畹", "霁野", "归帆"];

    private static readonly Dictionary<string, string[]> Trades = new()
    {
        ["food"] = ["餐饮管理有限公司", "食品有限公司", "酒店有限公司", "生鲜超市有限公司", "农产品批发有限公司", "糕点食品厂", "团餐配送有限公司"],
        ["drug"] = ["大药房有限公司", "医药连锁有限公司", "药店有限公司"],
        ["med"] = ["口腔门诊部有限公司", "医疗美容诊所有限公司", "医疗器械有限公司", "眼镜有限公司"],
        ["prop"] = ["物业服务有限公司", "酒店管理有限公司", "置业有限公司", "商业运营管理有限公司", "停车服务有限公司"],
        ["ind"] = ["机械制造有限公司", "燃气有限公司", "新型建材有限公司", "纺织印染有限公司", "包装材料有限公司", "电梯工程有限公司", "铸造有限公司"],
        ["retail"] = ["商贸有限公司", "百货有限公司", "家居有限公司", "车业有限公司", "通讯器材有限公司", "服饰有限公司", "珠宝有限公司", "劳保用品有限公司"],
        ["web"] = ["网络科技有限公司", "电子商务有限公司", "文化传媒有限公司", "信息咨询有限公司", "健康管理有限公司"],
        ["lab"] = ["检测技术有限公司", "机动车检测有限公司"],
    };

    private static readonly Dictionary<string, string[]> Shops = new()
    {
        ["food"] = ["小吃店", "面馆", "水果店", "便利店", "卤味店", "奶茶店", "早点铺", "海鲜大排档", "农家菜馆", "烘焙坊"],
        ["retail"] = ["五金店", "服装店", "电动车行", "手机维修部", "烟酒行", "文具店", "电子秤经营部"],
        ["med"] = ["美容院", "养生馆", "护肤生活馆"],
        ["web"] = ["网店", "摄影工作室"],
    };

    private static readonly string[] Fixed =
    [
        "云州市云溪区清河湾镇沿江流域特色农产品冷链仓储物流配送与精深加工产业联合发展服务专业管理集团有限责任公司望津县第三分公司|food|91",
        "云州市青堤县水产养殖技术推广与渔业生产资料供应综合服务有限责任公司澜桥农贸市场第二十七号经营网点|food|91",
        "云州市第一中心小学|public|12", "云州市人民医院|public|12", "云州市图书馆|public|12", "云州市青堤县中医院|public|12",
        "云州市澜桥区机关事务服务中心|public|12", "云州市计量测试技术所|public|12", "云州市望津县特殊教育学校|public|12",
        "云州市晴川实验幼儿园|edu|52", "云州市知远职业培训学校|edu|52", "云州市砚田艺术培训学校|edu|52", "云州市夕照养老服务中心|edu|52",
        "云州市餐饮行业协会|society|51",
        "云州市青堤县芦荡稻虾种养专业合作社|coop|93", "云州市望津县半坡茶叶专业合作社|coop|93", "云州市澜桥区满仓粮油专业合作社|coop|93",
    ];

    private readonly Dice _dice;
    private readonly People _people;
    private readonly List<Subject> _all = [];
    private int _serial = 310200;

    public Subjects(Dice dice, People people)
    {
        _dice = dice;
        _people = people;
        foreach (var line in Fixed)
        {
            var parts = line.Split('|');
            _all.Add(Organization(parts[0], parts[1], parts[2]));
        }
        var brand = 0;
        foreach (var (sector, trades) in Trades)
            foreach (var trade in trades)
                for (var i = 0; i < 3; i++)
                    _all.Add(Organization($"云州市{(_dice.Chance(40) ? _dice.Pick(People.Counties) : "")}{Brands[brand++ % Brands.Length]}{trade}", sector, "91"));
        foreach (var (sector, shops) in Shops)
            foreach (var shop in shops)
                for (var i = 0; i < 2; i++)
                {
                    var owner = _people.Name();
                    _all.Add(Shop($"云州市{_dice.Pick(People.Counties)}{(_dice.Chance(50) ? owner[..1] + _dice.Pick(["记", "氏", "家"]) : Brands[brand++ % Brands.Length])}{shop}", sector, owner));
                }
        Namesake = Shop(_people.Named("万绍棠"), "food", "万绍棠");
        _all.Add(Namesake);
        for (var i = 0; i < 46; i++) _all.Add(Person());
    }

    /// <summary>A shop that is called as its owner is.</summary>
    public Subject Namesake { get; }

    public string OtherCompany() => _dice.Pick(_all.Where(s => s.Category == Subject.Organization && s.Code.StartsWith("91", StringComparison.Ordinal)).ToList()).Name;

    /// <summary>A subject of one of the sectors; <c>shop:</c> before a sector asks for individual businesses, <c>person</c> for people.</summary>
    public Subject Of(string sectors)
    {
        var wanted = sectors.Split(' ');
        return _dice.Pick(_all.Where(s => wanted.Contains(s.Category switch { Subject.NaturalPerson => "person", Subject.SoleTrader => "shop:" + s.Sector, _ => s.Sector })).ToList());
    }

    public Subject Person() => new()
    {
        Name = _people.Name(),
        Category = Subject.NaturalPerson,
        Sector = "person",
        PersonId = _people.IdentityNumber(),
        Address = _people.Home(),
    };

    private Subject Organization(string name, string sector, string prefix)
    {
        var organization = OrganizationCode();
        var company = prefix is "91" or "93";
        return new()
        {
            Name = name,
            Category = Subject.Organization,
            Sector = sector,
            Code = CheckDigits.CreditCode(prefix + People.CityDivision + organization),
            Registration = company && _dice.Chance(15) ? CheckDigits.RegistrationNumber(People.CityDivision + _dice.Digits(8)) : "",
            OrganizationCode = _dice.Chance(12) ? organization : "",
            Institution = prefix == "12" ? "133970" + _dice.Digits(6) : "",
            Society = prefix is "51" or "52" ? prefix + "3397" + _dice.Digits(8) : "",
            Representative = _people.Name("legalRepresentative"),
            RepresentativeId = _dice.Chance(10) ? _people.IdentityNumber() : "",
            Address = _people.ShopAddress(),
        };
    }

    private Subject Shop(string name, string sector, string owner)
    {
        var id = _people.IdentityNumber();
        return new()
        {
            Name = name,
            Category = Subject.SoleTrader,
            Sector = sector,
            Code = CheckDigits.CreditCode("92" + People.CityDivision + OrganizationCode()),
            // Old tax numbers of individual businesses are the owner's identity number and two digits.
            Tax = _dice.Chance(8) ? id + "01" : "",
            Representative = owner,
            RepresentativeId = _dice.Chance(12) ? id : "",
            Address = _dice.Chance(25) ? _people.Home() : _people.ShopAddress(),
        };
    }

    private string OrganizationCode()
    {
        _serial += _dice.Between(7, 97);
        return CheckDigits.OrganizationCode("MA" + _serial.ToString("000000", CultureInfo.InvariantCulture));
    }
}
