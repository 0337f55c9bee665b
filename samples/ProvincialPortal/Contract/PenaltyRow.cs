using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ProvincialPortal.Contract;

/// <summary>Columns of a penalty, by the codes of the standard; amounts in 万元 with up to six decimals.</summary>
public sealed record PenaltyRow
{
    [JsonPropertyName("CF_XDR_MC"), Description("行政相对人名称")]
    public string? Name { get; init; }

    [JsonPropertyName("CF_XDR_LB"), Description("行政相对人类别")]
    public string? Category { get; init; }

    [JsonPropertyName("CF_XDR_SHXYM"), Description("行政相对人代码_1(统一社会信用代码)")]
    public string? CreditCode { get; init; }

    [JsonPropertyName("CF_XDR_GSZC"), Description("行政相对人代码_2(工商注册号)")]
    public string? BusinessRegistration { get; init; }

    [JsonPropertyName("CF_XDR_ZZJG"), Description("行政相对人代码_3(组织机构代码)")]
    public string? OrganizationCode { get; init; }

    [JsonPropertyName("CF_XDR_SWDJ"), Description("行政相对人代码_4(税务登记号)")]
    public string? TaxRegistration { get; init; }

    [JsonPropertyName("CF_XDR_SYDW"), Description("行政相对人代码_5(事业单位证书号)")]
    public string? PublicInstitution { get; init; }

    [JsonPropertyName("CF_XDR_SHZZ"), Description("行政相对人代码_6(社会组织登记证号)")]
    public string? SocialOrganization { get; init; }

    [JsonPropertyName("CF_FRDB"), Description("法定代表人")]
    public string? LegalRepresentative { get; init; }

    [JsonPropertyName("CF_FR_ZJLX"), Description("法定代表人证件类型")]
    public string? LegalRepresentativeDocumentType { get; init; }

    [JsonPropertyName("CF_FR_ZJHM"), Description("法定代表人证件号码")]
    public string? LegalRepresentativeDocumentNumber { get; init; }

    [JsonPropertyName("CF_XDR_ZJLX"), Description("证件类型")]
    public string? DocumentType { get; init; }

    [JsonPropertyName("CF_XDR_ZJHM"), Description("证件号码")]
    public string? IdentityNumber { get; init; }

    [JsonPropertyName("CF_WSH"), Description("行政处罚决定书文号")]
    public string? DocumentNumber { get; init; }

    [JsonPropertyName("CF_WFXW"), Description("违法行为类型")]
    public string? ViolationType { get; init; }

    [JsonPropertyName("CF_SY"), Description("违法事实")]
    public string? Facts { get; init; }

    [JsonPropertyName("CF_YJ"), Description("处罚依据")]
    public string? LegalBasis { get; init; }

    [JsonPropertyName("CF_CFLB"), Description("处罚类别")]
    public string? PenaltyCategories { get; init; }

    [JsonPropertyName("CF_NR"), Description("处罚内容")]
    public string? Content { get; init; }

    [JsonPropertyName("CF_NR_FK"), Description("罚款金额(万元)")]
    public decimal? Fine { get; init; }

    [JsonPropertyName("CF_NR_WFFF"), Description("没收违法所得、没收非法财物的金额(万元)")]
    public decimal? Confiscated { get; init; }

    [JsonPropertyName("CF_NR_ZKDX"), Description("暂扣或吊销证照名称及编号")]
    public string? SuspendedCertificates { get; init; }

    [JsonPropertyName("CF_JDRQ"), Description("处罚决定日期")]
    public DateOnly? DecisionDate { get; init; }

    [JsonPropertyName("CF_YXQ"), Description("处罚有效期")]
    public DateOnly? ValidUntil { get; init; }

    [JsonPropertyName("CF_GSJZQ"), Description("公示截止期")]
    public DateOnly? LastDisclosedDay { get; init; }

    [JsonPropertyName("CF_CFJG"), Description("处罚机关")]
    public string? Authority { get; init; }

    [JsonPropertyName("CF_CFJGDM"), Description("处罚机关统一社会信用代码")]
    public string? AuthorityCode { get; init; }

    [JsonPropertyName("CF_SJLY"), Description("数据来源单位")]
    public string? DataSource { get; init; }

    [JsonPropertyName("CF_SJLYDM"), Description("数据来源单位统一社会信用代码")]
    public string? DataSourceCode { get; init; }

    [JsonPropertyName("BZ"), Description("备注")]
    public string? Remarks { get; init; }
}
