using CreditKit.Records;
using FsCheck;
using FsCheck.Fluent;

namespace CreditKit.Tests.Records;

[Trait("Requirement", "002-11")]
public sealed class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("914403001922038216")]
    [InlineData("11100000000013338W")]
    [InlineData("11100000MB0143028R")]
    [InlineData("11420000MB15291767")]
    [InlineData("113700000045030270")]
    [InlineData("11370800MB28559184")]
    [InlineData("11330105002500287C")]
    [InlineData("11230500001755309F")]
    [InlineData("91230500MA1B3N1N2M")]
    [InlineData("91320105780688132K")]
    [InlineData("91330000755918469E")]
    [InlineData("92610822MA707NAX4Q")]
    [InlineData("91110108551385082Q")]
    [InlineData("91330100799655058B")]
    [InlineData("9144030071526726XG")]
    [InlineData("91110000802100433B")]
    [InlineData("91110000710925462X")]
    [InlineData("91100000100003962T")]
    [InlineData("911100001000044477")]
    [InlineData("12100000400000624D")]
    [InlineData("12100000400002259P")]
    [InlineData("91110000100017643K")]
    [InlineData("911100007109250324")]
    public void Code_IsValid_WhenBothChecksHold(string text)
    {
        UnifiedSocialCreditCode.IsValid(text).ShouldBeTrue();
        UnifiedSocialCreditCode.TryParse(text, out var code, out var problem).ShouldBeTrue(problem);
        code.Value.ShouldBe(text);
        UnifiedSocialCreditCode.Parse(code.ToString()).ShouldBe(code);
        OrganizationCode.IsValid(code.OrganizationCode.ToString()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("914403001922038217", "应为“6”")]
    [InlineData("92420300MA49KUFW0H", "应为“E”")]
    [InlineData("9133010057462616XH", "应为“9”")]
    [InlineData("91110108717809965C", "应为“J”")]
    [InlineData("91110000800088421P", "应为“W”")]
    [InlineData("00000000000000000X", "占位符")]
    [InlineData("000000000000000000", "占位符")]
    [InlineData("91440300192203821", "17 位")]
    [InlineData("9144030019220382160", "19 位")]
    [InlineData("9144030019220382I6", "第 17 位")]
    [InlineData("91A403001922038216", "行政区划")]
    [InlineData("", "0 位")]
    public void Code_IsRefusedWithTheReason_WhenItIsWrong(string text, string reason)
    {
        UnifiedSocialCreditCode.IsValid(text).ShouldBeFalse();
        UnifiedSocialCreditCode.Explain(text).ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData(" 92610822ma707nax4q ")]
    [InlineData("９２６１０８２２ＭＡ７０７ＮＡＸ４Ｑ")]
    public void Code_IsRead_WhenTypedInOtherForms(string text)
    {
        var code = UnifiedSocialCreditCode.Parse(text);
        code.Value.ShouldBe("92610822MA707NAX4Q");
        code.IsSoleTrader.ShouldBeTrue();
        code.DivisionCode.ShouldBe("610822");
    }

    [Fact]
    public void Code_IsTheSame_WhenPrintedAndParsed() => Prop.ForAll(Arb.From(Gen.Choose(0, 999_999)), seed =>
    {
        var code = UnifiedSocialCreditCode.Parse(Codes.CreditCode(seed));
        return UnifiedSocialCreditCode.Parse(code.ToString()) == code && UnifiedSocialCreditCode.Parse($" {code.Value.ToLowerInvariant()} ") == code;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Code_CatchesEveryChangeOfOneCharacter()
    {
        var changes = Gen.Choose(0, 999_999).SelectMany(body => Gen.Choose(0, 17).SelectMany(at => Gen.Choose(0, 30).Select(to => (body, at, to))));
        Prop.ForAll(Arb.From(changes), change =>
        {
            var code = Codes.CreditCode(change.body);
            var changed = code[..change.at] + UnifiedSocialCreditCode.Alphabet[change.to] + code[(change.at + 1)..];
            return UnifiedSocialCreditCode.IsValid(code) && (changed == code || !UnifiedSocialCreditCode.IsValid(changed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
