using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>Classes of health facts of persons that unseen text taught, and diseases that are nobody's.</summary>
[Trait("Requirement", "000-40")]
public sealed class HealthClassesTests
{
    [Theory]
    [InlineData("体检单上写着\"活动性肺结核\"，店长仍安排其抓药", "活动性肺结核")]
    [InlineData("厨师何军体检报告显示为活动性肺结核", "活动性肺结核")]
    [InlineData("患者令狐芸的诊断书（过敏性皮炎）由其本人提供", "过敏性皮炎")]
    [InlineData("本人因系统性红斑狼疮长期住院", "系统性红斑狼疮")]
    [InlineData("是为了给患小儿麻痹症的儿子补身体", "小儿麻痹症")]
    [InlineData("当事人听力一级、言语一级残疾，由教师担任手语翻译", "听力一级、言语一级残疾")]
    [InlineData("他高血压三级，不宜久站", "高血压三级")]
    [InlineData("我家掌柜的股骨头坏死，请政府考虑", "股骨头坏死")]
    [InlineData("走失者(男,82岁,老年痴呆)四天后找到", "老年痴呆")]
    [InlineData("帮扶对象：石老根，73岁，脑梗后遗症", "脑梗后遗症")]
    [InlineData("康复出院的抑郁症患者邓雨晴被学校劝退", "抑郁症")]
    [InlineData("救助理由：尿毒症，每周透析三次", "尿毒症")]
    [InlineData("申请人因妊娠反应剧烈，请求延期", "妊娠反应")]
    [InlineData("当事人为精神分裂症患者，需要鉴定", "精神分裂症")]
    [InlineData("低保户周桂英，肢残三级，与孙子同住", "肢残三级")]
    [InlineData("从业人员乌日娜检出布鲁氏菌病，已调离", "布鲁氏菌病")]
    [InlineData("职工陈广发诊断为右手示指中指完全离断伤", "右手示指中指完全离断伤")]
    [InlineData("王玉兰老人X线示左股骨粗隆间骨折，院方压了两天", "左股骨粗隆间骨折")]
    [InlineData("其妻全身40%Ⅲ度烧伤，请求救助", "全身40%Ⅲ度烧伤")]
    [InlineData("患者尚来喜入院诊断为支气管扩张伴咯血", "支气管扩张伴咯血")]
    [InlineData("卫红霞确诊犬弓首蛔虫病", "犬弓首蛔虫病")]
    [InlineData("蔡俊杰——地中海贫血（轻型），不影响就读", "地中海贫血（轻型）")]
    [InlineData("患者陈丽患COPD多年", "COPD")]
    [InlineData("老人阿尔茨海默病，不能表达", "阿尔茨海默病")]
    [InlineData("李玉兰因高血压性心脏病住院", "高血压性心脏病")]
    public void HealthFacts_AreFound(string text, string facts) => Of(text).ShouldBe(facts.Split('|'));

    [Theory]
    [InlineData("诊所为糖尿病患者提供咨询")]
    [InlineData("糖尿病患者管理、高血压患者应当遵医嘱")]
    [InlineData("本产品适用于高血压、糖尿病人群")]
    [InlineData("张强销售宣称可治愈癌症的保健品")]
    [InlineData("当事人李强宣传其产品能预防新冠")]
    [InlineData("食品中检出沙门氏菌阳性，产品已召回")]
    [InlineData("说明书写着糖尿病人群慎用")]
    [InlineData("王医生讲解颈椎病、腰椎病的预防")]
    [InlineData("牛结核病检测阴性")]
    [InlineData("其母持有残疾证")]
    [InlineData("精神病院、皮肤病医院执业许可校验")]
    [InlineData("柑橘黄龙病苗木检疫，猪丹毒已扑杀")]
    [InlineData("周平参加了职业病危害因素检测")]
    [InlineData("重大疾病险条款约定恶性肿瘤不含原位癌")]
    [InlineData("吊臂断裂、液压管破裂，其中风险未提示")]
    [InlineData("企业困难原因：市场萎缩；身体状况：良好")]
    public void DiseasesOfNobody_AreKept(string text) => Of(text).ShouldBeEmpty();

    private static IEnumerable<string> Of(string text) => TextRecognizer.Find(text).Where(s => s.Kind == PersonalDataKind.Health).Select(s => text.Substring(s.Start, s.Length));
}
