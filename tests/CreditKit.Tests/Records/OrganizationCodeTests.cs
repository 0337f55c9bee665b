using CreditKit.Records;
using FsCheck;
using FsCheck.Fluent;

namespace CreditKit.Tests.Records;

[Trait("Requirement", "002-11")]
public sealed class OrganizationCodeTests
{
    [Theory]
    [InlineData("19220382-1")]
    [InlineData("71526726-X")]
    [InlineData("00001333-8")]
    [InlineData("MB152917-6")]
    [InlineData("MA1B3N1N-2")]
    [InlineData("MA707NAX-4")]
    public void Code_IsValid_WithAndWithoutHyphen(string text)
    {
        var code = OrganizationCode.Parse(text);
        code.ToString().ShouldBe(text);
        OrganizationCode.Parse(code.Value).ShouldBe(code);
    }

    [Theory]
    [InlineData("19220382-2", "应为“1”")]
    [InlineData("000000000", "占位符")]
    [InlineData("1922038", "7 位")]
    [InlineData("1922038中1", "只能用")]
    [InlineData("19220382--1", "11 位")]
    public void Code_IsRefusedWithTheReason_WhenItIsWrong(string text, string reason) =>
        OrganizationCode.Explain(text).ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void Letters_CountFromTen_NotFromZero()
    {
        // A public checker takes A for 0: it would give MB152917 another check digit than the printed 6.
        static char Wrong(string body)
        {
            int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
            var sum = body.Select((c, i) => (char.IsDigit(c) ? c - '0' : c - 'A') * weights[i]).Sum();
            return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var d => (char)('0' + d) };
        }

        OrganizationCode.CheckCharacter("MB152917").ShouldBe('6');
        Wrong("MB152917").ShouldNotBe('6');
        OrganizationCode.IsValid("MB152917" + Wrong("MB152917")).ShouldBeFalse();
    }

    [Fact]
    public void Code_IsTheSame_WhenPrintedAndParsed() => Prop.ForAll(Arb.From(Gen.Choose(0, 999_999)), seed =>
    {
        var code = OrganizationCode.Parse(Codes.OrganizationCode(seed));
        return OrganizationCode.Parse(code.ToString()) == code && OrganizationCode.Parse(code.Value) == code && code.ToString()[8] == '-';
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Code_CatchesAChangeOfOneCharacter_UnlessTheValuesDifferByElevenOrMore()
    {
        // The check works modulo 11 while letters count up to 35: A (10) and L (21) cannot be told apart. All else is caught.
        const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var changes = Gen.Choose(0, 999_999).SelectMany(body => Gen.Choose(0, 7).SelectMany(at => Gen.Choose(0, 35).Select(to => (body, at, to))));
        Prop.ForAll(Arb.From(changes), change =>
        {
            var code = Codes.OrganizationCode(change.body);
            var changed = code[..change.at] + Alphabet[change.to] + code[(change.at + 1)..];
            var promised = (Alphabet.IndexOf(code[change.at], StringComparison.Ordinal) - change.to) % 11 != 0;
            return OrganizationCode.IsValid(code) && OrganizationCode.IsValid(changed) == !promised;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
