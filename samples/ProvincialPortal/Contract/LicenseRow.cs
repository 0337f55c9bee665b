using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ProvincialPortal.Contract;

/// <summary>Columns of a licence, by the codes of the standard; a missing end of validity is 2099-12-31.</summary>
public sealed record LicenseRow
{
    [JsonPropertyName("XK_XDR_MC"), Description("行政相对人名称")]
    public string? Name { get; init; }

    [JsonPropertyName("XK_XDR_LB"), Description("行政相对人类别")]
    public string? Category { get; init; }

    [JsonPropertyName("XK_XDR_SHXYM"), Description("行政相对人代码_1(统一社会信用代码)")]
    public string? CreditCode { get; init; }

    [JsonPropertyName("XK_XDR_GSZC"), Description("行政相对人代码_2(工商注册号)")]
    public string? BusinessRegistration { get; init; }

    [JsonPropertyName("XK_XDR_ZZJG"), Description("行政相对人代码_3(组织机构代码)")]
    public string? OrganizationCode { get; init; }

    [JsonPropertyName("XK_XDR_SWDJ"), Description("行政相对人代码_4(税务登记号)")]
    public string? TaxRegistration { get; init; }

    [JsonPropertyName("XK_XDR_SYDW"), Description("行政相对人代码_5(事业单位证书号)")]
    public string? PublicInstitution { get; init; }

    [JsonPropertyName("XK_XDR_SHZZ"), Description("行政相对人代码_6(社会组织登记证号)")]
    public string? SocialOrganization { get; init; }

    [JsonPropertyName("XK_FRDB"), Description("法定代表人")]
    public string? LegalRepresentative { get; init; }

    [JsonPropertyName("XK_FR_ZJLX"), Description("法定代表人证件类型")]
    public string? LegalRepresentativeDocumentType { get; init; }

    [JsonPropertyName("XK_FR_ZJHM"), Description("法定代表人证件号码")]
    public string? LegalRepresentativeDocumentNumber { get; init; }

    [JsonPropertyName("XK_XDR_ZJLX"), Description("证件类型")]
    public string? DocumentType { get; init; }

    [JsonPropertyName("XK_XDR_ZJHM"), Description("证件号码")]
    public string? IdentityNumber { get; init; }

    [JsonPropertyName("XK_XKWS"), Description("行政许可决定文书名称")]
    public string? DecisionDocumentTitle { get; init; }

    [JsonPropertyName("XK_WSH"), Description("行政许可决定文书号")]
    public string? DocumentNumber { get; init; }

    [JsonPropertyName("XK_XKLB"), Description("许可类别")]
    public string? LicenseCategory { get; init; }

    [JsonPropertyName("XK_XKZS"), Description("许可证书名称")]
    public string? CertificateTitle { get; init; }

    [JsonPropertyName("XK_XKBH"), Description("许可编号")]
    public string? LicenseNumber { get; init; }

    [JsonPropertyName("XK_NR"), Description("许可内容")]
    public string? Content { get; init; }

    [JsonPropertyName("XK_JDRQ"), Description("许可决定日期")]
    public DateOnly? DecisionDate { get; init; }

    [JsonPropertyName("XK_YXQZ"), Description("有效期自")]
    public DateOnly? ValidFrom { get; init; }

    [JsonPropertyName("XK_YXQZI"), Description("有效期至")]
    public DateOnly? ValidUntil { get; init; }

    [JsonPropertyName("XK_XKJG"), Description("许可机关")]
    public string? Authority { get; init; }

    [JsonPropertyName("XK_XKJGDM"), Description("许可机关统一社会信用代码")]
    public string? AuthorityCode { get; init; }

    [JsonPropertyName("XK_ZT"), Description("当前状态")]
    public string? Status { get; init; }

    [JsonPropertyName("XK_LYDW"), Description("数据来源单位")]
    public string? DataSource { get; init; }

    [JsonPropertyName("XK_LYDWDM"), Description("数据来源单位统一社会信用代码")]
    public string? DataSourceCode { get; init; }

    [JsonPropertyName("BZ"), Description("备注")]
    public string? Remarks { get; init; }
}
