namespace SampleData;

/// <summary>The invented agency.</summary>
internal static class Agency
{
    public const string Name = "云州市市场监督管理局";
    public const string Remedy = "如不服本决定，可自收到决定书之日起六十日内向云州市人民政府申请行政复议，或者自收到决定书之日起六个月内向云州市云溪区人民法院提起行政诉讼。";

    public static string Code { get; } = CheckDigits.CreditCode("11" + People.CityDivision + CheckDigits.OrganizationCode("MB240197"));

    public static readonly string[] Reviewers = ["向景衡", "骆淑屏", "邵维舟"];
}
