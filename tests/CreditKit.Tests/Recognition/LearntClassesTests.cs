using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>Classes of sentences that unseen text taught; each stands for many.</summary>
[Trait("Requirement", "000-40")]
public sealed class LearntClassesTests
{
    [Theory]
    [InlineData("當事人張偉明於臺北市經營餐飲", "張偉明")]
    [InlineData("向Sophie Laurent等12名团员履行告知义务", "Sophie Laurent")]
    [InlineData("违法行为人NGUYEN THI LAN，护照号码已登记", "NGUYEN THI LAN")]
    [InlineData("拟录用人员名单：1.郎咸亨 2.应雪莹", "郎咸亨|应雪莹")]
    [InlineData("户主甲巴拉者，彝族", "甲巴拉者")]
    [InlineData("放牧人那日苏、白音达来在禁牧区放牧", "那日苏|白音达来")]
    [InlineData("对艾山·卡德尔的棉田进行抽样", "艾山·卡德尔")]
    [InlineData("买羊的马阿卜都也没要检疫证明", "马阿卜都")]
    [InlineData("驾驶员包额尔敦未随车携带证件", "包额尔敦")]
    [InlineData("经营者马六十二，从事饲草收购", "马六十二")]
    [InlineData("日籍专家山本健太到访", "山本健太")]
    [InlineData("农民工罗世富银行卡号有误", "罗世富")]
    [InlineData("“贾斌老师，钱打你了，孩子名额稳了吧？”", "贾斌")]
    [InlineData("女方白洁到场", "白洁")]
    [InlineData("当事人白雪称店里的白雪公主蛋糕模具是网上买的", "白雪")]
    [InlineData("经查明，鲁能公司员工鲁能与本案无关", "鲁能")]
    [InlineData("询问时由麦麦提·玉山担任翻译", "麦麦提·玉山")]
    [InlineData("经强巴和次珍两位见证，当场封存", "强巴|次珍")]
    [InlineData("由公公久美顶岗两个月", "久美")]
    [InlineData("请安措、康珠两位藏语翻译到场", "安措|康珠")]
    [InlineData("德吉（540123195801020609）采集虫草", "德吉")]
    [InlineData("“我叫康乐，在夜市摆摊”", "康乐")]
    [InlineData("阮氏香（越南籍）帮夫家放养水牛", "阮氏香")]
    [InlineData("苏德开着摩托车路过", "苏德")]
    [InlineData("质量负责人由严知梧变更为王坡（执业药师）", "严知梧|王坡")]
    [InlineData("鱼塘主邵平患脑梗", "邵平")]
    public void Names_AreFound(string text, string names) => Of(text, PersonalDataKind.PersonName).ShouldBe(names.Split('|'));

    [Theory]
    [InlineData("信用修復申請人須向網站提供相關身份信息,建設單位應當按照規范實施")]
    [InlineData("白云鄂博、达尔罕茂明安的牛羊肉检疫票据齐全")]
    [InlineData("塔什库尔干塔吉克自治县、前郭尔罗斯蒙古族自治县")]
    [InlineData("马鹿、黄羊、岩羊、石貂等野生动物不得交易")]
    [InlineData("持证人为韩国籍，护照已登记")]
    [InlineData("四至为：东至岭脊，西至程家坡")]
    [InlineData("联系人：陈先生，热线400-207-8011")]
    [InlineData("经查，当事人何时取得核准文件未予载明")]
    [InlineData("Michael Kors牌手袋、Louis Vuitton皮具")]
    [InlineData("边填边核对、同一张健康证明")]
    [InlineData("于田、于都、万年、方正等县的耕地调查成果已入库")]
    [InlineData("曼占宰、曼飞龙、曼听等寨子的橡胶林属于集体")]
    [InlineData("简阳、乐至、安岳三县的监测点已布设")]
    [InlineData("对标称\"双汇\"的火腿肠进行抽样")]
    [InlineData("报价单由三家供应商于开标前递交")]
    [InlineData("云杉、金叶榆、紫叶李、高丹草、沙蒿按株补偿")]
    [InlineData("位于北海市银海区某小区3栋1102室")]
    [InlineData("联系地址：富平县市场监督管理局淡村所")]
    [InlineData("反映有人在响水坝村二组毁林开垦")]
    [InlineData("农业举报电话12316，或拨打0874-3143301向县农业农村局反映")]
    [InlineData("患有痢疾、伤寒等疾病的，应当调离岗位")]
    [InlineData("用人单位不得因女职工怀孕、生育降低其工资")]
    [InlineData("违建位于金水湾小区18号楼顶层露台")]
    [InlineData("在城南新区锦绣花园1号楼至5号楼外立面施工中发现脚手架缺失")]
    [InlineData("经营方回函称蓝莓来自智利，公告费由申请方预交")]
    [InlineData("缴至工商银行账户3301532305466766054（户名：市财政局非税专户）")]
    public void NothingPersonal_IsKept(string text) => TextRecognizer.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("体检发现系乙型肝炎病毒携带者，店方将其辞退", "乙型肝炎病毒携带者")]
    [InlineData("其提供的诊断证明载明早孕12周", "早孕12周")]
    [InlineData("李玉兰在怀孕期间被公司降薪", "怀孕")]
    [InlineData("受害人左股骨颈骨折", "左股骨颈骨折")]
    [InlineData("当事人三级肢体残疾，可酌情减轻", "三级肢体残疾")]
    [InlineData("致左侧第3、4肋骨骨折、脑震荡", "左侧第3、4肋骨骨折|脑震荡")]
    [InlineData("其母高原性心脏病多年，无法到场", "高原性心脏病")]
    [InlineData("驾驶员突发脑出血", "脑出血")]
    public void HealthFacts_AreFoundWithWhatBelongsToThem(string text, string facts) => Of(text, PersonalDataKind.Health).ShouldBe(facts.Split('|'));

    [Theory]
    [InlineData("户籍湖南省安化县梅城镇铺坳村第八村民组，系讲师", "湖南省安化县梅城镇铺坳村第八村民组")]
    [InlineData("现居住在景洪市嘎洒街道曼占宰村民小组21号的依香罕", "景洪市嘎洒街道曼占宰村民小组21号")]
    [InlineData("当事人冯铁锤，住黄骅市旧城镇西街村，无业", "黄骅市旧城镇西街村")]
    [InlineData("两人户口同在陈巴尔虎旗呼和诺尔镇哈日诺尔嘎查。", "陈巴尔虎旗呼和诺尔镇哈日诺尔嘎查")]
    [InlineData("住咸宁市咸安区永安街道长安大道121号供销社宿舍3楼东，", "咸宁市咸安区永安街道长安大道121号供销社宿舍3楼东")]
    [InlineData("就住在河边上怀来县官厅镇石盘口村西头3号。", "怀来县官厅镇石盘口村西头3号")]
    public void Homes_AreFoundWhole(string text, string home) => Of(text, PersonalDataKind.Address).ShouldBe([home]);

    [Fact]
    public void ALunarBirthDate_IsFound() => Of("证人覃桂花，1958年腊月初八生", PersonalDataKind.BirthDate).ShouldBe(["1958年腊月初八"]);

    [Theory]
    [InlineData("住 址 浙江省宁波市北仑区新碶街道明州路 288 弄 6 号 202 室", "浙江省宁波市北仑区新碶街道明州路 288 弄 6 号 202 室")]
    [InlineData("原业主把地址写成广州市海珠区赤岗街道新港西路12号3栋404房，收件人简慧仪未收到", "广州市海珠区赤岗街道新港西路12号3栋404房")]
    [InlineData("宿舍东莞市长安镇沙头社区靖海东路63号5楼509房居住的员工莫世杰证实", "东莞市长安镇沙头社区靖海东路63号5楼509房")]
    [InlineData("李二牛挤住在榆林市榆阳区鼓楼街道二街北坡巷11号院南房，没有备案", "榆林市榆阳区鼓楼街道二街北坡巷11号院南房")]
    [InlineData("当事人金秋生（住合肥市蜀山区南七街道丁香家园6幢1804室）向物业服务企业缴纳物业费", "合肥市蜀山区南七街道丁香家园6幢1804室")]
    public void Homes_AreFound_FromTheirFirstCharacterToTheirLast(string text, string address) => Of(text, PersonalDataKind.Address).ShouldBe([address]);

    private static IEnumerable<string> Of(string text, string kind) => TextRecognizer.Find(text).Where(s => s.Kind == kind).Select(s => text.Substring(s.Start, s.Length));
}
