using System.Text;
using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>The sentences that nearly every decision repeats: a piece of them that stands twice is no name.</summary>
[Trait("Requirement", "000-40")]
public sealed class SetPhrasesTests
{
    private static readonly string[] Sentences =
    [
        "自收到决定书之日起六十日内，或者自收到决定书之日起六个月内",
        "如不服本决定，可以自收到本决定书之日起六十日内向市人民政府申请行政复议，也可以自收到本决定书之日起六个月内向人民法院提起行政诉讼。",
        "当事人应当自收到本决定书之日起十五日内，到指定银行缴纳罚款。到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款本数。",
        "应自收到本决定书之日起十五日内将罚没款缴至指定银行。",
        "应自行改正，逾期不改正的，依法处理。",
        "应自行拆除违法建筑，恢复土地原状。",
        "被处罚人应自行拆除新建的建筑物，逾期不拆除的，本机关将申请人民法院强制执行。",
        "被处罚人应自行承担费用。",
        "仓库未落实双人双锁制度。",
        "易制毒化学品应当实行双人双锁管理。",
        "该机构宣称培训保过班，承诺不过退费。",
        "公考培训、公考面试班均未备案。",
        "货物从王家坡送来，未附检疫证明。",
        "自送达之日起生效，自公布之日起施行。",
        "当事人自收到告知书之日起五日内有权提出陈述、申辩。",
        "自收到通知书之日起三个工作日内，自收到申请书之日起二十日内作出决定。",
        "自接到责令改正通知书之日起七日内改正。",
        "逾期不申请行政复议，不提起行政诉讼，又不履行行政处罚决定的，本机关将依法申请人民法院强制执行。",
        "行政复议或者行政诉讼期间，行政处罚不停止执行。",
        "根据《中华人民共和国行政处罚法》第六十三条之规定，你单位有要求听证的权利。",
        "上述行为违反了《中华人民共和国食品安全法》第三十四条之规定，属于应当从重处罚的情形之一。",
        "具有下列情形之一的，应当从轻或者减轻处罚。",
        "经本机关负责人集体讨论决定，责令当事人立即改正违法行为。",
        "直接送达有困难的，可以邮寄送达、留置送达，也可以公告送达；自公告之日起满三十日，即视为送达。",
        "行政处罚决定书依法向社会公示，公示期限届满之日起可以申请信用修复。",
        "许可证有效期届满之日前三十日内提出延续申请。",
        "罚款应当于收到决定书之日起十五日内缴纳，逾期之日起加处罚款。",
        "本通知书之内容以送达文书之记载为准，合同之内、期限之内、范围之外均不适用。",
        "培训机构以保过班名义招生，未备案。",
        "公考培训机构的协议班不过退费。",
        "蔬菜从王家坡、李家冲送来，进货票据齐全。"
    ];

    public static TheoryData<string> All => [.. Sentences];

    [Theory]
    [MemberData(nameof(All))]
    public void ASetPhrase_IsKept_OnceAndTwice(string sentence)
    {
        Told(sentence).ShouldBeEmpty();
        Told(sentence + sentence).ShouldBeEmpty();
    }

    [Fact]
    public void TextsOfSetPhrases_AreKept_HoweverTheyAreMixed()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        for (var n = 0; n < 300; n++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(500, 2000); text.Length < length;) text.Append(Sentences[random.Next(Sentences.Length)]);
            Told(text.ToString()).ShouldBeEmpty($"text {n} of seed {seed}");
        }
    }

    [Theory]
    [InlineData("找宁远舟要过账，又见宁远舟签单", 2)]
    [InlineData("找宁远舟要过账，又找宁远舟要过账", 0)]
    [InlineData("找宁远舟要过账，又找宁远舟签单", 0)]
    public void ADoubtfulReading_Counts_WhereItStandsTwiceInDifferentCompany(string text, int count)
    {
        const string name = "宁远舟";
        var first = text.IndexOf(name, StringComparison.Ordinal);
        var second = text.LastIndexOf(name, StringComparison.Ordinal);
        var found = new List<RecognizedSpan>();
        NameRecognizer.Settle(text, [.. new[] { first, second }.Select(at => new RecognizedSpan(at, name.Length, PersonalDataKind.PersonName, false))], found);
        found.Count.ShouldBe(count);
    }

    private static string[] Told(string text) => [.. TextRecognizer.Find(text).Select(s => text.Substring(s.Start, s.Length))];
}
