using System.Text.RegularExpressions;
using CreditKit.Records;

namespace CreditKit.Tests.Samples;

/// <summary>The sample data says what it promises: right check digits, nobody's data, every kind of row.</summary>
public sealed partial class SampleFilesTests
{
    private static readonly string[] UnallottedRanges = ["154", "164", "168", "169", "194"];

    [Theory]
    [InlineData("licences.csv", 180)]
    [InlineData("penalties.xlsx", 140)]
    [InlineData("corrections.csv", 2)]
    public void Samples_CarryRightCheckDigits_When_Read(string file, int atLeast)
    {
        var rows = SampleFile.Rows(file);
        rows.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        foreach (var (head, value) in rows.SelectMany(r => r).Where(c => c.Value.Length > 0))
        {
            if (head.Contains("信用代码", StringComparison.Ordinal)) UnifiedSocialCreditCode.IsValid(value).ShouldBeTrue(head);
            if (head.Contains("组织机构代码", StringComparison.Ordinal)) OrganizationCode.IsValid(value).ShouldBeTrue(head);
            if (head.Contains("工商注册号", StringComparison.Ordinal)) RegistrationNumber.IsValid(value).ShouldBeTrue(head);
            if (head.Contains("证件号码", StringComparison.Ordinal)) ResidentIdentityNumber.IsValid(value).ShouldBeTrue(head);
        }
    }

    [Theory]
    [InlineData("licences.csv")]
    [InlineData("penalties.xlsx")]
    [InlineData("corrections.csv")]
    [InlineData("dirty.csv")]
    public void Samples_AreNobodysData_When_TheyHoldNumbers(string file)
    {
        foreach (var value in SampleFile.Rows(file).SelectMany(r => r.Values))
        {
            foreach (Match phone in Phone().Matches(value)) UnallottedRanges.ShouldContain(phone.Value[..3]);
            foreach (Match number in Identity().Matches(value))
                if (ResidentIdentityNumber.IsValid(number.Value)) number.Value.ShouldStartWith("3397");
        }
    }

    [Fact]
    public void Samples_HoldEveryKindOfRow_When_Counted()
    {
        var penalties = SampleFile.Rows("penalties.xlsx");
        var licenses = SampleFile.Rows("licences.csv");
        string[] kinds = ["法人及非法人组织", "自然人", "个体工商户"];
        penalties.Select(r => r["行政相对人类别"]).Distinct().ShouldBe(kinds, ignoreOrder: true);
        licenses.Select(r => r["行政相对人类别"]).Distinct().ShouldBe(kinds, ignoreOrder: true);
        penalties.Select(r => r["严重程度"]).Distinct().ShouldBe(["轻微", "一般", "严重", ""], ignoreOrder: true);
        penalties.Select(r => r["违法行为类型"]).Distinct().Count().ShouldBeGreaterThanOrEqualTo(25);
        penalties.ShouldContain(r => r["处罚程序"] == "简易程序");
        penalties.ShouldContain(r => r["审查人"].Length == 0);
        penalties.ShouldContain(r => r["行政相对人名称"] == r["法定代表人"]);
        penalties.Concat(licenses).Max(r => r["行政相对人名称"].Length).ShouldBe(60);
        penalties.Count(r => r["违法事实"].Length is >= 300 and <= 600).ShouldBeGreaterThan(20);
        licenses.ShouldContain(r => r["个人信息公示依据"].Contains("行政许可法", StringComparison.Ordinal));
        penalties.Select(r => (r["行政处罚决定书文号"], r["行政相对人名称"])).ShouldBeUnique();
        licenses.Select(r => (r["行政许可决定文书号"], r["行政相对人名称"])).ShouldBeUnique();
    }

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<!\d)\d{17}[\dX]")]
    private static partial Regex Identity();
}
