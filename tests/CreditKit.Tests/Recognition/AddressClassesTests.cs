using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>Homes of persons: where they begin and end, with and without a cue, and addresses that are nobody's home.</summary>
[Trait("Requirement", "000-40")]
public sealed class AddressClassesTests
{
    [Theory]
    // What stands between a cue and its address.
    [InlineData("股东巴图，住址栏填写：鄂温克族自治旗辉苏木完工托海嘎查。", "鄂温克族自治旗辉苏木完工托海嘎查")]
    [InlineData("问：家住哪里？答：新疆喀什地区疏附县托克扎克镇9村2组56号。", "新疆喀什地区疏附县托克扎克镇9村2组56号")]
    [InlineData("当事人住址|西藏加查县冷达乡巴达村", "西藏加查县冷达乡巴达村")]
    [InlineData("老人就住在果园旁边的前进村三社，", "前进村三社")]
    // Which door, which hamlet.
    [InlineData("父母住河南省长垣市恼里镇油坊寨村南街西头第三户，", "河南省长垣市恼里镇油坊寨村南街西头第三户")]
    [InlineData("家庭住址株洲市芦淞区建宁街道人民新村14栋3门5楼右。", "株洲市芦淞区建宁街道人民新村14栋3门5楼右")]
    [InlineData("送达地点（其家庭住址）佳县通镇中心街供销社家属院2排西4；", "佳县通镇中心街供销社家属院2排西4")]
    [InlineData("现住重庆市云阳县故陵镇高坪村5组老屋基，", "重庆市云阳县故陵镇高坪村5组老屋基")]
    [InlineData("现住郑州市管城回族区东大街街道平等街35号院1号楼2单元5楼西户。", "郑州市管城回族区东大街街道平等街35号院1号楼2单元5楼西户")]
    [InlineData("家庭住址：富裕县友谊达斡尔族满族柯尔克孜族乡三家子村；", "富裕县友谊达斡尔族满族柯尔克孜族乡三家子村")]
    [InlineData("在他家（青河县阿热勒托别镇喀让格托海村阿吾尔路33号）", "青河县阿热勒托别镇喀让格托海村阿吾尔路33号")]
    // Without a cue.
    [InlineData("其前夫多次到她昆明市盘龙区联盟街道金江小区4-2-301的家门口泼油漆。", "昆明市盘龙区联盟街道金江小区4-2-301")]
    [InlineData("在其位于黑龙江省肇源县头台镇民意村后伍家子屯的家中熬制猪油", "黑龙江省肇源县头台镇民意村后伍家子屯")]
    [InlineData("户主张建国，若尔盖县辖曼镇文戈村，低保户", "若尔盖县辖曼镇文戈村")]
    [InlineData("龙秀莲系湖南省澧县城头山镇群乐村10组村民，", "湖南省澧县城头山镇群乐村10组")]
    [InlineData("死者王建军，湖南省怀化市麻阳苗族自治县兰里镇大坪村人。", "湖南省怀化市麻阳苗族自治县兰里镇大坪村")]
    public void Recognizer_FindsTheWholeHome(string text, string address) =>
        TextRecognizer.Find(text).Where(s => s.Kind == PersonalDataKind.Address).Select(s => text.Substring(s.Start, s.Length)).ShouldBe([address]);

    [Theory]
    [InlineData("当事人张伟明于2024年5月12日在三明市三元区列东街128号从事餐饮服务经营活动")]
    [InlineData("取水口位于该镇水磨村五组村道尽头，设计取水流量0.03m³/s。")]
    [InlineData("安乐堂村一户自建房三层转角处违规搭建鸽棚")]
    [InlineData("农商行家属院3号楼一层商铺改作金库值班室，未报批。")]
    [InlineData("山西省襄汾县古城镇京安村道路硬化项目通过验收。")]
    [InlineData("该民宿在丽江市古城区束河街道龙泉社区仁里村，未办理特种行业许可。")]
    [InlineData("商户李记包子，位于菜市巷7号，未亮证经营。")]
    [InlineData("患者住在地区传染病院。")]
    [InlineData("我局现对永州市零陵区朝阳街道3户长期停业的个体工商户依法作出决定")]
    public void Recognizer_LeavesWhatIsNobodysHome(string text) =>
        TextRecognizer.Find(text).ShouldNotContain(s => s.Kind == PersonalDataKind.Address);

    [Theory]
    [InlineData("住址：贵阳市云岩区头桥街道海马冲街18号 0851-86512345", "贵阳市云岩区头桥街道海马冲街18号")]
    public void Recognizer_EndsTheHomeBeforeATelephone(string text, string address) =>
        TextRecognizer.Find(text).Where(s => s.Kind == PersonalDataKind.Address).Select(s => text.Substring(s.Start, s.Length)).ShouldBe([address]);
}
