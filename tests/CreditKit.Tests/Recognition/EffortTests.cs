using CreditKit.Recognition;

namespace CreditKit.Tests.Recognition;

/// <summary>What keeps the time linear on texts that promise without end: long attempts in vain, family names in a row.</summary>
public sealed class EffortTests
{
    [Fact]
    public void Effort_IsSpent_AfterTwoLongAttemptsOverTheSame_UntilTheyAreLeftBehind()
    {
        var effort = new Effort();
        foreach (var at in new[] { 20, 30 })
        {
            effort.IsSpent(at).ShouldBeFalse();
            effort.Spend(at, 40, at + 60);
        }

        effort.IsSpent(31).ShouldBeTrue();
        effort.IsSpent(89).ShouldBeTrue();
        effort.IsSpent(90).ShouldBeFalse("the last attempt is left behind");
    }

    [Fact]
    public void Effort_DoesNotCount_ShortAttempts()
    {
        var effort = new Effort();
        for (var at = 0; at < 50; at++) effort.Spend(at, 23, at + 60);
        effort.IsSpent(50).ShouldBeFalse();
    }

    [Fact]
    public void Effort_BeginsAnew_WhereAttemptsDoNotReachOverOneAnother()
    {
        var effort = new Effort();
        for (var at = 0; at < 1_000; at += 100) effort.Spend(at, 40, at + 60);
        effort.IsSpent(901).ShouldBeFalse();
    }

    [Fact]
    public void FamilyChain_Ends_AfterFortyInARow_AndBeginsAnewBehindAGap()
    {
        var chain = new FamilyChain(1, 40);
        var text = new string('王', 200);
        Enumerable.Range(100, 60).TakeWhile(at => chain.Continues(text, at)).Count().ShouldBe(40);
        chain.Continues(text, 160).ShouldBeTrue();
        chain.Continues(text, 162).ShouldBeTrue("a character between");
    }

    [Fact]
    public void FamilyChain_GoesOverOtherCharacters_ButNotOverASign()
    {
        var chain = new FamilyChain(8, 40);
        var text = string.Concat(Enumerable.Repeat("号楼单元室", 60)) + "。" + string.Concat(Enumerable.Repeat("号楼单元室", 60));
        var places = Enumerable.Range(0, text.Length).Where(at => text[at] == '楼').ToList();
        var counted = places.Select(at => chain.Continues(text, at)).ToList();
        counted[39].ShouldBeTrue();
        counted[40..60].ShouldAllBe(c => !c);
        counted[60..100].ShouldAllBe(c => c);
        counted[101].ShouldBeFalse();
    }

    [Fact]
    public void ANameBehindACue_IsFound_InAChainWithoutASign() =>
        TextRecognizer.Find(string.Concat(Enumerable.Repeat("号楼单元室", 300)) + "当事人林秋禾到场。").ShouldContain(s => s.Start == 1503 && s.Length == 3);

    [Fact]
    public void ANameBehindALongChain_IsStillFound() =>
        TextRecognizer.Find(new string('王', 200) + "。证人林秋禾到场。").ShouldContain(s => s.Start == 203 && s.Length == 3);

    [Fact]
    public void AnAddressBehindAttemptsInVain_IsStillFound()
    {
        const string Home = "住福建省三明市三元区列东街12号3幢502室。";
        var span = TextRecognizer.Find(string.Concat(Enumerable.Repeat("家住城村", 300)) + "。当事人林秋禾，" + Home)[^1];
        (span.Kind, span.Length).ShouldBe((PersonalDataKind.Address, Home.Length - 2));
    }
}
