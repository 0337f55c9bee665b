using System.Globalization;
using ProvincialPortal.Contract;

namespace ProvincialPortal.Rules;

/// <summary>What the province asks of each column: there or not, and how long.</summary>
internal static class ColumnRules
{
    public static readonly ColumnRule<LicenseRow>[] License =
    [
        new("XK_XDR_MC", "行政相对人名称", r => r.Name, 200, Mandatory: true),
        new("XK_XDR_LB", "行政相对人类别", r => r.Category, 100, Mandatory: true),
        new("XK_XDR_SHXYM", "行政相对人代码_1(统一社会信用代码)", r => r.CreditCode, 18, Mandatory: false),
        new("XK_XDR_GSZC", "行政相对人代码_2(工商注册号)", r => r.BusinessRegistration, 50, Mandatory: false),
        new("XK_XDR_ZZJG", "行政相对人代码_3(组织机构代码)", r => r.OrganizationCode, 10, Mandatory: false),
        new("XK_XDR_SWDJ", "行政相对人代码_4(税务登记号)", r => r.TaxRegistration, 20, Mandatory: false),
        new("XK_XDR_SYDW", "行政相对人代码_5(事业单位证书号)", r => r.PublicInstitution, 12, Mandatory: false),
        new("XK_XDR_SHZZ", "行政相对人代码_6(社会组织登记证号)", r => r.SocialOrganization, 50, Mandatory: false),
        new("XK_FRDB", "法定代表人", r => r.LegalRepresentative, 50, Mandatory: false),
        new("XK_FR_ZJLX", "法定代表人证件类型", r => r.LegalRepresentativeDocumentType, 64, Mandatory: false),
        new("XK_FR_ZJHM", "法定代表人证件号码", r => r.LegalRepresentativeDocumentNumber, 64, Mandatory: false),
        new("XK_XDR_ZJLX", "证件类型", r => r.DocumentType, 64, Mandatory: false),
        new("XK_XDR_ZJHM", "证件号码", r => r.IdentityNumber, 64, Mandatory: false),
        new("XK_XKWS", "行政许可决定文书名称", r => r.DecisionDocumentTitle, 120, Mandatory: true),
        new("XK_WSH", "行政许可决定文书号", r => r.DocumentNumber, 128, Mandatory: true),
        new("XK_XKLB", "许可类别", r => r.LicenseCategory, 256, Mandatory: true),
        new("XK_XKZS", "许可证书名称", r => r.CertificateTitle, 64, Mandatory: false),
        new("XK_XKBH", "许可编号", r => r.LicenseNumber, 64, Mandatory: false),
        new("XK_NR", "许可内容", r => r.Content, 4000, Mandatory: true),
        new("XK_JDRQ", "许可决定日期", r => r.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), 0, Mandatory: true),
        new("XK_YXQZ", "有效期自", r => r.ValidFrom?.ToString("O", CultureInfo.InvariantCulture), 0, Mandatory: true),
        new("XK_YXQZI", "有效期至", r => r.ValidUntil?.ToString("O", CultureInfo.InvariantCulture), 0, Mandatory: true),
        new("XK_XKJG", "许可机关", r => r.Authority, 200, Mandatory: true),
        new("XK_XKJGDM", "许可机关统一社会信用代码", r => r.AuthorityCode, 18, Mandatory: true),
        new("XK_ZT", "当前状态", r => r.Status, 1, Mandatory: false),
        new("XK_LYDW", "数据来源单位", r => r.DataSource, 200, Mandatory: true),
        new("XK_LYDWDM", "数据来源单位统一社会信用代码", r => r.DataSourceCode, 18, Mandatory: true),
        new("BZ", "备注", r => r.Remarks, 4000, Mandatory: false),
    ];

    public static readonly ColumnRule<PenaltyRow>[] Penalty =
    [
        new("CF_XDR_MC", "行政相对人名称", r => r.Name, 200, Mandatory: true),
        new("CF_XDR_LB", "行政相对人类别", r => r.Category, 100, Mandatory: true),
        new("CF_XDR_SHXYM", "行政相对人代码_1(统一社会信用代码)", r => r.CreditCode, 18, Mandatory: false),
        new("CF_XDR_GSZC", "行政相对人代码_2(工商注册号)", r => r.BusinessRegistration, 50, Mandatory: false),
        new("CF_XDR_ZZJG", "行政相对人代码_3(组织机构代码)", r => r.OrganizationCode, 10, Mandatory: false),
        new("CF_XDR_SWDJ", "行政相对人代码_4(税务登记号)", r => r.TaxRegistration, 20, Mandatory: false),
        new("CF_XDR_SYDW", "行政相对人代码_5(事业单位证书号)", r => r.PublicInstitution, 12, Mandatory: false),
        new("CF_XDR_SHZZ", "行政相对人代码_6(社会组织登记证号)", r => r.SocialOrganization, 50, Mandatory: false),
        new("CF_FRDB", "法定代表人", r => r.LegalRepresentative, 50, Mandatory: false),
        new("CF_FR_ZJLX", "法定代表人证件类型", r => r.LegalRepresentativeDocumentType, 64, Mandatory: false),
        new("CF_FR_ZJHM", "法定代表人证件号码", r => r.LegalRepresentativeDocumentNumber, 64, Mandatory: false),
        new("CF_XDR_ZJLX", "证件类型", r => r.DocumentType, 64, Mandatory: false),
        new("CF_XDR_ZJHM", "证件号码", r => r.IdentityNumber, 64, Mandatory: false),
        new("CF_WSH", "行政处罚决定书文号", r => r.DocumentNumber, 128, Mandatory: true),
        new("CF_WFXW", "违法行为类型", r => r.ViolationType, 2000, Mandatory: true),
        new("CF_SY", "违法事实", r => r.Facts, 5000, Mandatory: true),
        new("CF_YJ", "处罚依据", r => r.LegalBasis, 2048, Mandatory: true),
        new("CF_CFLB", "处罚类别", r => r.PenaltyCategories, 255, Mandatory: true),
        new("CF_NR", "处罚内容", r => r.Content, 4000, Mandatory: true),
        new("CF_NR_ZKDX", "暂扣或吊销证照名称及编号", r => r.SuspendedCertificates, 200, Mandatory: false),
        new("CF_JDRQ", "处罚决定日期", r => r.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), 0, Mandatory: true),
        new("CF_CFJG", "处罚机关", r => r.Authority, 255, Mandatory: true),
        new("CF_CFJGDM", "处罚机关统一社会信用代码", r => r.AuthorityCode, 18, Mandatory: true),
        new("CF_SJLY", "数据来源单位", r => r.DataSource, 200, Mandatory: true),
        new("CF_SJLYDM", "数据来源单位统一社会信用代码", r => r.DataSourceCode, 18, Mandatory: true),
        new("BZ", "备注", r => r.Remarks, 4000, Mandatory: false),
    ];
}

/// <summary>One column's rule; a length of 0 is none.</summary>
internal sealed record ColumnRule<TRow>(string Code, string Head, Func<TRow, string?> Value, int Length, bool Mandatory);
