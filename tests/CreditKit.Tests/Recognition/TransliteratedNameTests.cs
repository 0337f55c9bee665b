using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>Names that no Han family name begins are read from their parts, with a cue and without; towns of the same syllables stay.</summary>
[Trait("Requirement", "000-40")]
public sealed class TransliteratedNameTests
{
    [Theory]
    [InlineData("洛桑仅系游客，与本案无关", "洛桑")]
    [InlineData("达瓦骑马来所里报案", "达瓦")]
    [InlineData("画师嘎玛次成承担壁画修缮", "嘎玛次成")]
    [InlineData("兹证明丹增罗布自2018年起收购虫草", "丹增罗布")]
    [InlineData("寄给多杰太家的通知", "多杰太")]
    [InlineData("强巴和次珍两位见证", "强巴|次珍")]
    [InlineData("借用人：别克波拉提，两盏", "别克波拉提")]
    [InlineData("报案人茹仙古丽,三十岁", "茹仙古丽")]
    [InlineData("其侄子艾力江到场领取", "艾力江")]
    [InlineData("家庭成员查干巴日现役", "查干巴日")]
    [InlineData("苏日娜产后复诊，丈夫朝鲁多次要求复印", "苏日娜|朝鲁")]
    [InlineData("当事人沙马日黑不通汉语", "沙马日黑")]
    [InlineData("阿尼么日呷骑马上山", "阿尼么日呷")]
    [InlineData("经营者韩乙卜拉在场", "韩乙卜拉")]
    [InlineData("司机叶尔兰·萨特巴耶夫驾驶的货车", "叶尔兰·萨特巴耶夫")]
    [InlineData("取水户帕提古丽·艾合买提超计划取水", "帕提古丽·艾合买提")]
    [InlineData("买买提·艾力与迪丽努尔·艾尼瓦尔在夜市打架", "买买提·艾力|迪丽努尔·艾尼瓦尔")]
    [InlineData("与新郎米热扎提到场", "米热扎提")]
    [InlineData("昨天下午弗拉基米尔·别洛夫把货取走", "弗拉基米尔·别洛夫")]
    [InlineData("据雪克来提·扎克尔陈述，货款未付", "雪克来提·扎克尔")]
    [InlineData("我叫努尔兰·哈力，放牧的", "努尔兰·哈力")]
    [InlineData("其子扎西东周在外打工", "扎西东周")]
    [InlineData("昨天下午朋毛才让把羊赶走了", "朋毛才让")]
    [InlineData("“今天的牛是扎西赶来的，明天的牛没有来”", "扎西")]
    public void Names_AreFound(string text, string names) => Of(text).ShouldBe(names.Split('|'));

    [Theory]
    [InlineData("白音宝力格嘎查草畜平衡核定载畜量为每羊单位23亩")]
    [InlineData("鄂托克前旗税务局敖勒召其镇税务分局")]
    [InlineData("将塔格拉克路更名为团结路")]
    [InlineData("康定、泸定、丹巴等地松茸已上市")]
    [InlineData("首次成立的机构应当增加人手")]
    [InlineData("巴特尔牧业有限公司的牛羊")]
    [InlineData("库尔班河水位上涨")]
    [InlineData("扎西德勒超市的库存")]
    [InlineData("农药“甲维·茚虫威”登记证号")]
    [InlineData("冯特·施莱辛格牌咖啡机无标志")]
    [InlineData("老人阿尔茨海默病，不能表达")]
    [InlineData("卓玛藏餐吧二楼安全出口上锁")]
    public void PlacesAndWords_AreKept(string text) => Of(text).ShouldBeEmpty();

    private static string[] Of(string text) =>
        [.. TextRecognizer.Find(text).Where(s => s.Kind == PersonalDataKind.PersonName).Select(s => text.Substring(s.Start, s.Length))];
}
