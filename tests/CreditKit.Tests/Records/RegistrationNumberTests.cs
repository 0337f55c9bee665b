using CreditKit.Records;
using FsCheck;
using FsCheck.Fluent;

namespace CreditKit.Tests.Records;

[Trait("Requirement", "002-11")]
public sealed class RegistrationNumberTests
{
    [Theory]
    [InlineData("110108000000016")]
    [InlineData("612723610033224")]
    public void Number_IsValid_WhenTheCheckHolds(string text) =>
        RegistrationNumber.Parse(RegistrationNumber.Parse(text).ToString()).Value.ShouldBe(text);

    [Theory]
    [InlineData("310115000000001", "应为“4”")]
    [InlineData("330481110490500", "应为“5”")]
    [InlineData("000000000000000", "占位符")]
    [InlineData("3304811104905", "13 位")]
    [InlineData("31011500000000A", "只能是数字")]
    public void Number_IsRefusedWithTheReason_WhenItIsWrong(string text, string reason)
    {
        RegistrationNumber.IsValid(text).ShouldBeFalse();
        RegistrationNumber.Explain(text).ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void Number_IsKnownAsOlder_WhenItHasTwelveOrThirteenDigits()
    {
        RegistrationNumber.IsOlderForm("3304811104905").ShouldBeTrue();
        RegistrationNumber.IsOlderForm("330481110490").ShouldBeTrue();
        RegistrationNumber.IsOlderForm("33048111049").ShouldBeFalse();
        RegistrationNumber.IsOlderForm("000000000000").ShouldBeFalse();
    }

    [Fact]
    public void Check_IsZero_WhenTheRecurrenceEndsInOne()
    {
        // A public implementation returns 1 here, where (1 + c) mod 10 = 1 asks for 0.
        var body = Enumerable.Range(0, 1_000).Select(n => $"11010800{n:000000}").First(b => Recurrence(b) == 1);
        RegistrationNumber.IsValid(body + "0").ShouldBeTrue();
        RegistrationNumber.IsValid(body + "1").ShouldBeFalse();
    }

    [Fact]
    public void Number_IsTheSame_WhenPrintedAndParsed() => Prop.ForAll(Arb.From(Gen.Choose(0, 99_999_999)), seed =>
    {
        var number = RegistrationNumber.Parse(Codes.RegistrationNumber(seed));
        return RegistrationNumber.Parse(number.ToString()) == number && Recurrence(number.Value[..14]) is var p && (p + number.Value[14] - '0') % 10 == 1;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static int Recurrence(string body) => body.Aggregate(10, (p, c) => (((p + c - '0') % 10 is var m && m == 0 ? 10 : m) * 2) % 11);

    [Fact]
    public void Number_CatchesEveryChangeOfOneDigit()
    {
        var changes = Gen.Choose(0, 99_999_999).SelectMany(body => Gen.Choose(0, 14).SelectMany(at => Gen.Choose(0, 9).Select(to => (body, at, to))));
        Prop.ForAll(Arb.From(changes), change =>
        {
            var number = Codes.RegistrationNumber(change.body);
            var changed = number[..change.at] + (char)('0' + change.to) + number[(change.at + 1)..];
            return RegistrationNumber.IsValid(number) && (changed == number || !RegistrationNumber.IsValid(changed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
