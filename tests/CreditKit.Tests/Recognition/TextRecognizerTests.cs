using CreditKit.Desensitization;
using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

[Trait("Requirement", "000-40")]
[Trait("Requirement", "002-10")]
public sealed class TextRecognizerTests
{
    private static readonly Desensitizer Masker = Desensitizer.Load(null);

    private static string Found(string text, params string[] names) =>
        string.Join(' ', TextRecognizer.Find(text, names).Select(s => $"{s.Kind}={text.Substring(s.Start, s.Length)}"));

    [Theory]
    [InlineData("身份证号11010519491231002X的当事人", "identity-number=11010519491231002X")]
    [InlineData("号码１１０１０５１９４９１２３１００２Ｘ。", "identity-number=１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105 19491231 002X", "identity-number=110105 19491231 002X")]
    [InlineData("110105-19491231-002x", "identity-number=110105-19491231-002x")]
    [InlineData("1101051949\n1231002X", "identity-number=1101051949\n1231002X")]
    [InlineData("1101051949\u200b1231002X", "identity-number=1101051949\u200b1231002X")]
    [InlineData("ab11010519491231002Xcd", "identity-number=11010519491231002X")]
    [InlineData("xy6277032264928611", "bank-card=6277032264928611")]
    [InlineData("身份证110105491231002。", "identity-number=110105491231002")]
    [InlineData("身份证号：350402199001011111，", "identity-number=350402199001011111")]
    [InlineData("税务登记号11010519491231002X01", "tax-number=11010519491231002X01")]
    [InlineData("税务登记号44052418800101001401", "tax-number=44052418800101001401")]
    [InlineData("手机13812345678", "mobile=13812345678")]
    [InlineData("138-1234-5678", "mobile=138-1234-5678")]
    [InlineData("138 1234 5678", "mobile=138 1234 5678")]
    [InlineData("+8613812345678", "mobile=+8613812345678")]
    [InlineData("+86 13812345678", "mobile=+86 13812345678")]
    [InlineData("手机86-13812345678", "mobile=86-13812345678")]
    [InlineData("电话一三八一二三四五六七八", "mobile=一三八一二三四五六七八")]
    [InlineData("幺三八 一二三四 五六七八联系", "mobile=幺三八 一二三四 五六七八")]
    [InlineData("闽市监罚〔2024〕13812345678号", "mobile=13812345678")]
    [InlineData("电话0598-8234567", "landline=0598-8234567")]
    [InlineData("（0598）8234567转801", "landline=（0598）8234567转801")]
    [InlineData("010-62345678", "landline=010-62345678")]
    [InlineData("座机：8234567", "landline=8234567")]
    [InlineData("卡号6222021001116245702", "bank-card=6222021001116245702")]
    [InlineData("汇入6222 0210 0111 6245 702账户", "bank-card=6222 0210 0111 6245 702")]
    [InlineData("账号3500166100705021", "bank-account=3500166100705021")]
    [InlineData("持护照E12345678入境", "passport=E12345678")]
    [InlineData("护照号码：EA1234567", "passport=EA1234567")]
    [InlineData("港澳居民来往内地通行证H12345678", "travel-permit=H12345678")]
    [InlineData("台胞证号12345678", "travel-permit=12345678")]
    [InlineData("永久居留身份证USA310119850612", "permanent-residence=USA310119850612")]
    [InlineData("香港身份证A123456(3)", "identity-number=A123456(3)")]
    [InlineData("驾驶闽G12345小型汽车", "plate=闽G12345")]
    [InlineData("车牌号沪A·D12345", "plate=沪A·D12345")]
    [InlineData("邮箱zhang.san@example.com。", "email=zhang.san@example.com")]
    [InlineData("微信号：wxid_abc123", "wechat=wxid_abc123")]
    [InlineData("QQ12345678", "qq=12345678")]
    [InlineData("1990年1月2日出生", "birth-date=1990年1月2日")]
    [InlineData("出生日期：1990-01-02", "birth-date=1990-01-02")]
    [InlineData("家住福建省三明市三元区列东街12号3幢502室，", "address=福建省三明市三元区列东街12号3幢502室")]
    [InlineData("家住临江区桂花园4座1502的梁婉仪投诉楼下烧烤店", "address=临江区桂花园4座1502 person-name=梁婉仪")]
    [InlineData("住址：河南省信阳市罗山县铁铺镇何家冲村熊洼组，", "address=河南省信阳市罗山县铁铺镇何家冲村熊洼组")]
    [InlineData("户籍登记地是海伦市前进镇光明村四屯。", "address=海伦市前进镇光明村四屯")]
    [InlineData("家住凤凰镇水蛟村委会罗村三队的符开花", "address=凤凰镇水蛟村委会罗村三队 person-name=符开花")]
    [InlineData("现居成都市武侯区簇桥街道锦城一品3期9栋1904，", "address=成都市武侯区簇桥街道锦城一品3期9栋1904")]
    [InlineData("住址沈阳市皇姑区黄河南大街66号万科城12号楼3-9-2，", "address=沈阳市皇姑区黄河南大街66号万科城12号楼3-9-2")]
    [InlineData("租住在湖里区殿前街道马垅社区马垅里289号之二的洪丽珠", "address=湖里区殿前街道马垅社区马垅里289号之二 person-name=洪丽珠")]
    [InlineData("住址浏阳市集里街道禧和社区车站西路14号附2上门送达", "address=浏阳市集里街道禧和社区车站西路14号附2")]
    [InlineData("其家中（兰山区柳青街道水岸花都小区6-2-1103）", "address=兰山区柳青街道水岸花都小区6-2-1103")]
    [InlineData("姚金花（家住义乌市稠城街道词林新村16栋4单元）反映广场舞噪声", "person-name=姚金花 address=义乌市稠城街道词林新村16栋4单元")]
    [InlineData("其患有乙型肝炎", "health=乙型肝炎")]
    [InlineData("晋小明因左侧肋骨骨折住院", "person-name=晋小明 health=左侧肋骨骨折")]
    [InlineData("造成曲洪波轻度烧伤", "person-name=曲洪波 health=轻度烧伤")]
    [InlineData("章国栋（执法证号：0901234567）、路遥遥（执法证号：0901234568）", "person-name=章国栋 person-name=路遥遥")]
    [InlineData("成志高于2021年起饲养生猪", "person-name=成志高")]
    [InlineData("祁连海的卡号、伏明霞的签名", "person-name=祁连海 person-name=伏明霞")]
    [InlineData("才旦卓玛的民宿没有登记", "person-name=才旦卓玛")]
    [InlineData("藏族青年多杰才让在国道旁搭建商铺", "person-name=多杰才让")]
    [InlineData("台湾居民连胜武持台胞证04928173经营茶馆", "person-name=连胜武 travel-permit=04928173")]
    [InlineData("发给储建平道路旅客运输驾驶员从业资格证", "person-name=储建平")]
    [InlineData("经营者张伟销售过期食品", "person-name=张伟")]
    [InlineData("当事人：欧阳建国，男", "person-name=欧阳建国")]
    [InlineData("驾驶员阿不都·热合曼驾驶", "person-name=阿不都·热合曼")]
    [InlineData("员工李娜、王芳等3人", "person-name=李娜 person-name=王芳")]
    [InlineData("赵卫东在河道内堆放建筑垃圾", "person-name=赵卫东")]
    [InlineData("火灾造成钱保国、农浩然2人死亡", "person-name=钱保国 person-name=农浩然")]
    [InlineData("拖欠工资：倪红霞 8600元、吴国栋 12300元", "person-name=倪红霞 person-name=吴国栋")]
    [InlineData("依据《食品安全法》第三十四条，对陈志明作出处罚", "person-name=陈志明")]
    [InlineData("微信转账给“翟晓峰”共计500元", "person-name=翟晓峰")]
    [InlineData("游客次仁央宗投诉导游", "person-name=次仁央宗")]
    [InlineData("经营者姓名马明珠，经营场所：三元区富兴路59号4幢202室", "person-name=马明珠 address=三元区富兴路59号4幢202室")]
    [InlineData("李明，女，1969年2月11日，", "person-name=李明 birth-date=1969年2月11日")]
    [InlineData("越南籍务工人员阮氏梅没有就业许可", "person-name=阮氏梅")]
    [InlineData("检测结果为HIV抗体阳性", "health=HIV抗体阳性")]
    public void Recognizer_FindsTheWholeValue(string text, string expected) => Found(text).ShouldBe(expected);

    [Theory]
    [InlineData("统一社会信用代码91320105780688132K")]
    [InlineData("914403001922038216")]
    [InlineData("闽三市监罚〔2024〕12号")]
    [InlineData("罚款15000000000元")]
    [InlineData("许可证编号JY13504020012345")]
    [InlineData("拨打12345热线、12315、400-820-8820")]
    [InlineData("生产批号20230512001")]
    [InlineData("举报电话0598-8234567")]
    [InlineData("于2024年5月12日在三明市三元区列东街12号检查")]
    [InlineData("三明市三元区某小吃店经营者应当建立制度")]
    [InlineData("《中华人民共和国食品安全法》第一百二十六条")]
    [InlineData("生产日期1990年1月1日生产")]
    [InlineData("1101051949123100212345")]
    [InlineData("当事人在店内销售")]
    [InlineData("未对患有有碍食品安全疾病的人员进行管理")]
    [InlineData("检测报告编号：FJJC2023-H-13805981234")]
    [InlineData("罚款一三八〇五九八一二三四元")]
    [InlineData("“王老吉”饮料、“李宁”牌运动鞋")]
    [InlineData("注册地址：宁化县翠江镇城东工业园3号")]
    [InlineData("张先生反映，李女士投诉，陈科长带队")]
    [InlineData("白某、陈某某、王×参与")]
    [InlineData("李家庄、赵家湾、孙家岭三个自然村")]
    [InlineData("“周大福”珠宝、“张小泉”剪刀")]
    [InlineData("（明）文综罚字〔2023〕第F-012号")]
    [InlineData("经营场所：三元区富兴路59号4幢202室")]
    [InlineData("可治疗高血压、糖尿病等疾病")]
    [InlineData("对照《产品质量法》第五十条，货值金额")]
    [InlineData("公司简称\"安居客\"，其网站")]
    [InlineData("公司住所地为深圳市南山区科苑路15号科兴科学园B栋4单元1001室，经营范围")]
    [InlineData("位于金水区花园路39号国贸中心A座3层的项目")]
    [InlineData("南至黄家塘，北至白石溪")]
    [InlineData("司法局、卫健委、应急局派员参加")]
    [InlineData("方便面、高温、金额、周边、白酒、马上、黄金、石油、许可")]
    public void Recognizer_LeavesAlone(string text) => Found(text).ShouldBe("");

    [Fact]
    public void DocumentSerial_IsKept_WhenItsDateIsRecent_AndHiddenWhenItCouldBeABirth()
    {
        var recent = Serial("20240612");
        Found($"闽市监罚〔2024〕{recent}号").ShouldBe("");
        Found($"持{recent}办理").ShouldBe($"identity-number={recent}");
        var birth = Serial("19800612");
        Found($"闽市监罚〔2024〕{birth}号").ShouldBe($"identity-number={birth}");

        static string Serial(string date) => $"350402{date}001{CreditKit.Records.ResidentIdentityNumber.CheckCharacter($"350402{date}001")}";
    }

    [Fact]
    public void Recognizer_FindsKnownNamesEverywhere() => Found("与陆离签约，陆离付款", "陆离").ShouldBe("person-name=陆离 person-name=陆离");

    [Fact]
    public void Masker_MasksByKind() => Masker.MaskText("当事人张三丰（身份证号11010519491231002X，电话13812345678）住福建省三明市三元区列东街12号502室").Text
        .ShouldBe("当事人张*（身份证号1101************2X，电话138****5678）住福建省三明市三元区***");
}
