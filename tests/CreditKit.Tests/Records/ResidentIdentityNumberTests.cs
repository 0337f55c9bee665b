using CreditKit.Records;
using FsCheck;
using FsCheck.Fluent;

namespace CreditKit.Tests.Records;

[Trait("Requirement", "002-11")]
[Trait("Requirement", "000-40")]
public sealed class ResidentIdentityNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", 1949, 12, 31)]
    [InlineData("440524188001010014", 1880, 1, 1)]
    [InlineData("110105491231002", 1949, 12, 31)]
    public void Number_IsValid_WhenDateAndCheckHold(string text, int year, int month, int day)
    {
        var number = ResidentIdentityNumber.Parse(text);
        number.Value.ShouldBe(text);
        number.BirthDate.ShouldBe(new DateOnly(year, month, day));
        ResidentIdentityNumber.Parse(number.Value).ShouldBe(number);
    }

    [Fact]
    public void Number_GetsEighteenCharacters_WhenItIsLegacy() =>
        ResidentIdentityNumber.Parse("110105491231002").ToEighteen().Value.ShouldBe("11010519491231002X");

    [Theory]
    [InlineData("110105194912310021", "校验位")]
    [InlineData("11010519491331002X", "出生日期")]
    [InlineData("110105190002290021", "出生日期")]
    [InlineData("00010519491231002X", "行政区划")]
    [InlineData("000000000000000000", "占位符")]
    [InlineData("1101051949123100", "16 位")]
    [InlineData("11010519491231X02X", "只能是数字")]
    [InlineData("11010549123100X", "只能是数字")]
    public void Number_IsRefusedWithTheReason_WhenItIsWrong(string text, string reason)
    {
        ResidentIdentityNumber.IsValid(text).ShouldBeFalse();
        var problem = ResidentIdentityNumber.Explain(text).ShouldNotBeNull();
        problem.ShouldContain(reason);
        problem.ShouldNotContain(text);
    }

    [Fact]
    public void Number_PrintsMasked() =>
        $"{ResidentIdentityNumber.Parse("11010519491231002x")}".ShouldBe("1101************2X");

    [Fact]
    public void Number_IsTheSame_WhenPrintedAndParsed() => Prop.ForAll(Arb.From(Gen.Choose(0, 99_999_999)), seed =>
    {
        var number = ResidentIdentityNumber.Parse(Codes.IdentityNumber(seed));
        return ResidentIdentityNumber.Parse(number.Value) == number && number.ToEighteen() == number
            && !number.ToString().Contains(number.Value[6..14], StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Number_CatchesEveryChangeOfOneDigit()
    {
        var changes = Gen.Choose(0, 99_999_999).SelectMany(body => Gen.Choose(0, 16).SelectMany(at => Gen.Choose(0, 9).Select(to => (body, at, to))));
        Prop.ForAll(Arb.From(changes), change =>
        {
            var number = Codes.IdentityNumber(change.body);
            var changed = number[..change.at] + (char)('0' + change.to) + number[(change.at + 1)..];
            return ResidentIdentityNumber.IsValid(number) && (changed == number || !ResidentIdentityNumber.IsValid(changed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
