using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>Classes of numbers and dates of persons that unseen text taught, and what only looks like them.</summary>
[Trait("Requirement", "000-40")]
public sealed class NumberClassesTests
{
    [Theory]
    [InlineData("卡号6228489634581333389 2000元 已发", PersonalDataKind.BankCard, "6228489634581333389")]
    [InlineData("领款\t佘爱香\t6230598278148602540\t9105元\t未领", PersonalDataKind.BankCard, "6230598278148602540")]
    [InlineData("退费账户（存折）0706171990052924999。", PersonalDataKind.BankAccount, "0706171990052924999")]
    [InlineData("结算账户为长沙银行306832453628432，每月25日转款", PersonalDataKind.BankAccount, "306832453628432")]
    [InlineData("补助款两万四应打到6407324235938677665，没有到", PersonalDataKind.BankAccount, "6407324235938677665")]
    [InlineData("承包人隋阳（一代证号330326591221013）到场", PersonalDataKind.IdentityNumber, "330326591221013")]
    [InlineData("旧税务登记证正本遗失，证号31011519690223467501，声明作废", PersonalDataKind.TaxNumber, "31011519690223467501")]
    [InlineData("纳税人识别号（20位）51010719530701292301仍在使用", PersonalDataKind.TaxNumber, "51010719530701292301")]
    [InlineData("张美华持54309637号台胞证申办居住证", PersonalDataKind.TravelPermit, "54309637")]
    [InlineData("当事人持C25838386号往来港澳通行证赴港", PersonalDataKind.TravelPermit, "C25838386")]
    [InlineData("持556166496号护照入境", PersonalDataKind.Passport, "556166496")]
    [InlineData("一名旅客持D28649184护照登车", PersonalDataKind.Passport, "D28649184")]
    [InlineData("卖家电话为189.0783.8618。", PersonalDataKind.Mobile, "189.0783.8618")]
    [InlineData("其QQ空间（3797295319）曾晒出视频", PersonalDataKind.QQ, "3797295319")]
    [InlineData("个人的企鹅号为214347286", PersonalDataKind.QQ, "214347286")]
    [InlineData("联系我：xiaoqin_0612", PersonalDataKind.WeChat, "xiaoqin_0612")]
    [InlineData("许茂才\t342623750426164\t擅自占用库区", PersonalDataKind.IdentityNumber, "342623750426164")]
    [InlineData("证件37010219710425315402（个体户税务登记证号）", PersonalDataKind.TaxNumber, "37010219710425315402")]
    [InlineData("通过微信向wxid_k3822502购买两瓶", PersonalDataKind.WeChat, "wxid_k3822502")]
    [InlineData("聊天截图中QQ昵称“烟草小王子”，账号4656663012", PersonalDataKind.QQ, "4656663012")]
    [InlineData("苏GF9Q35挂车的押运员", PersonalDataKind.Plate, "苏GF9Q35")]
    [InlineData("办公室电话0577-7450505，本人手机另附", PersonalDataKind.Landline, "0577-7450505")]
    [InlineData("驾驶证号140106590416045（旧证），准驾A1", PersonalDataKind.IdentityNumber, "140106590416045")]
    [InlineData("欠税清单：凌志勇，证件号码35018119980222195103，欠缴房产税", PersonalDataKind.TaxNumber, "35018119980222195103")]
    [InlineData("史丹的纳税人识别号54012319830913435X01与他人混淆", PersonalDataKind.TaxNumber, "54012319830913435X01")]
    [InlineData("微信昵称不明，账号lyj_hardware，收款", PersonalDataKind.WeChat, "lyj_hardware")]
    [InlineData("94853089是其闲鱼绑定的QQ号", PersonalDataKind.QQ, "94853089")]
    [InlineData("QQ群主13829004在群内兜售", PersonalDataKind.QQ, "13829004")]
    [InlineData("4482535699441741884账户（户名：慎思远）每月入账", PersonalDataKind.BankAccount, "4482535699441741884")]
    [InlineData("越南谅山人，无护照，后查得证件号B88579874", PersonalDataKind.Passport, "B88579874")]
    [InlineData("外国客人，护照号24AV04451", PersonalDataKind.Passport, "24AV04451")]
    [InlineData("QQ昵称小雨（123456789）联系买家", PersonalDataKind.QQ, "123456789")]
    [InlineData("QQ/微信：123456789。", PersonalDataKind.QQ, "123456789")]
    [InlineData("微信“小雨”（xiao_yu88）转账", PersonalDataKind.WeChat, "xiao_yu88")]
    [InlineData("加V：xiaoyu88详谈", PersonalDataKind.WeChat, "xiaoyu88")]
    [InlineData("其家中座机0871-6543217无人接听", PersonalDataKind.Landline, "0871-6543217")]
    public void Numbers_AreFound(string text, string kind, string value) => Of(text, kind).ShouldBe([value]);

    [Fact]
    public void AnOldIdentityNumber_ThirdInAList_IsFound() =>
        Of("车晓东，证号310104196902183856；冒小兵，证号450103196006027120；郎咸水，证号411322520504598。", PersonalDataKind.IdentityNumber)
            .ShouldBe(["310104196902183856", "450103196006027120", "411322520504598"]);

    [Theory]
    [InlineData("“我1990年2月11日生的，当时土地已经下放”", "1990年2月11日")]
    [InlineData("李长根，民国三十七年生，迁自山东", "民国三十七年")]
    [InlineData("娄底生自称1977年3月11日出生，户口登记为1977-03-01，以户口为准", "1977年3月11日|1977-03-01")]
    [InlineData("问：您哪年哪月出生？答：一九五三年三月廿六。", "一九五三年三月廿六")]
    [InlineData("持证人谭咏，1995-11-28，语种：日语", "1995-11-28")]
    [InlineData("共同申请人：岳母玄英淑（1953-11-28）、女儿崔雨桐（2016-04-09）", "1953-11-28|2016-04-09")]
    [InlineData("图门乌力吉；蒙古族；1966/10/21；骆驼越界", "1966/10/21")]
    [InlineData("附件：郝佳佳（2008.10.05）、童飞（2009.1.17）", "2008.10.05|2009.1.17")]
    [InlineData("我1958年冬月十二生，身份证上是1959年1月20日", "1958年冬月十二|1959年1月20日")]
    [InlineData("沙吾列，哈萨克，1982年3月5日，新疆塔城地区", "1982年3月5日")]
    [InlineData("1968年3月12日（农历二月十四）出生", "1968年3月12日")]
    [InlineData("婴儿于2024年6月7日在县医院出生。", "2024年6月7日")]
    public void BirthDates_AreFound(string text, string dates) => Of(text, PersonalDataKind.BirthDate).ShouldBe(dates.Split('|'));

    [Theory]
    [InlineData("鞠春生于2021年3月死亡，其子继续领取养老金", PersonalDataKind.BirthDate)]
    [InlineData("瞿红霞，女，土家族，2026-01-15因殴打他人被处行政拘留", PersonalDataKind.BirthDate)]
    [InlineData("执法人员李卫东，2026-04-01，记录完毕", PersonalDataKind.BirthDate)]
    [InlineData("民国三十七年建成的老宅", PersonalDataKind.BirthDate)]
    [InlineData("许可证登记为2019-03-01，以实际为准", PersonalDataKind.BirthDate)]
    [InlineData("收款单位：县非税收入征收管理中心，账号42006979053473898，开户行：县农行营业部", PersonalDataKind.BankAccount)]
    [InlineData("投资款2000000000000000元打到公司", PersonalDataKind.BankAccount)]
    [InlineData("发票存入202604010000123456789", PersonalDataKind.BankAccount)]
    [InlineData("应急电话牌：中毒咨询0571-87689129（市疾控中心）", PersonalDataKind.Landline)]
    [InlineData("请咨询县政务服务中心林业窗口，电话0838-4075078，工作日受理", PersonalDataKind.Landline)]
    [InlineData("单位名称：雷公山茶业有限公司；地址：工业园区3号厂房；联系电话：0855-4880916", PersonalDataKind.Landline)]
    [InlineData("数据由北斗终端自动上传，终端号091786278980", PersonalDataKind.Landline)]
    [InlineData("发动机号码H22072581清晰可辨", PersonalDataKind.TravelPermit)]
    [InlineData("请联系我局，型号ABC_1234", PersonalDataKind.WeChat)]
    [InlineData("固件版本1.189.0783.8618", PersonalDataKind.Mobile)]
    [InlineData("项目编号54309637号批复", PersonalDataKind.TravelPermit)]
    [InlineData("网址www.example.com/13800138000.html", PersonalDataKind.Mobile)]
    [InlineData("塔式起重机备案编号：桂A-T87065", PersonalDataKind.Plate)]
    [InlineData("聊天截图中QQ昵称“烟草小王子”，账号4656663012", PersonalDataKind.BankAccount)]
    [InlineData("执法人员曾令东、桑吉（证件号14299315、14833421）到场", PersonalDataKind.TravelPermit)]
    [InlineData("国家医保编码：C090046646363，规格4片", PersonalDataKind.Landline)]
    [InlineData("招标代理机构住所地：南宁市民族大道279号，电话0771-5761900。", PersonalDataKind.Landline)]
    [InlineData("县政务服务中心（电话0838-4075078）受理", PersonalDataKind.Landline)]
    [InlineData("签收人李卫东（2026-04-01）", PersonalDataKind.BirthDate)]
    [InlineData("上述行为发生于2025年12月，追责期限内", PersonalDataKind.BirthDate)]
    [InlineData("公示期至5月12日；异议电话0898-81716628。", PersonalDataKind.Landline)]
    [InlineData("2025年3月5日在县医院出生缺陷防治科检查", PersonalDataKind.BirthDate)]
    [InlineData("鑫源酒店（前台0598-8234567）", PersonalDataKind.Landline)]
    [InlineData("工商登记的联系电话0598-8234567停机", PersonalDataKind.Landline)]
    [InlineData("微信群“业主之家”（500人）", PersonalDataKind.WeChat)]
    [InlineData("产品型号WX5000，三台", PersonalDataKind.WeChat)]
    public void WhatOnlyLooksAlike_IsKept(string text, string kind) => Of(text, kind).ShouldBeEmpty();

    [Fact]
    public void ALandlineInARecordThatNamesAPerson_IsFound() =>
        Of("单位名称：雷公山茶业有限公司；联系人：吴秀英；联系电话：0855-4880916", PersonalDataKind.Landline).ShouldBe(["0855-4880916"]);

    private static IEnumerable<string> Of(string text, string kind) => TextRecognizer.Find(text).Where(s => s.Kind == kind).Select(s => text.Substring(s.Start, s.Length));
}
