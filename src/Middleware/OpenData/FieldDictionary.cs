using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>
/// The public values of records in page order: headings of the complete files and the data dictionary. The names follow
/// the national filing table (发改办财金〔2018〕424号 annex); a test compares the list with what records carry.
/// </summary>
internal static class FieldDictionary
{
    public static readonly FieldEntry[] All =
    [
        new("Counterpart.Name", "行政相对人", "行政相对人名称", "当事人名称；自然人和个体工商户经营者的姓名已脱敏"),
        new("Counterpart.Kind", "行政相对人", "行政相对人类别", "法人及非法人组织、个体工商户、自然人"),
        new("Counterpart.UnifiedSocialCreditCode", "行政相对人", "统一社会信用代码", "18 位（GB 32100）；没有或者不公示时为空"),
        new("Counterpart.BusinessRegistrationNumber", "行政相对人", "工商注册号", "没有统一社会信用代码的老数据"),
        new("Counterpart.OrganizationCode", "行政相对人", "组织机构代码", "没有统一社会信用代码的老数据"),
        new("Counterpart.TaxRegistrationNumber", "行政相对人", "税务登记号", "没有统一社会信用代码的老数据"),
        new("Counterpart.PublicInstitutionCertificateNumber", "行政相对人", "事业单位证书号", "事业单位"),
        new("Counterpart.SocialOrganizationCertificateNumber", "行政相对人", "社会组织登记证号", "社会组织"),
        new("Counterpart.LegalRepresentative", "行政相对人", "法定代表人", "法人的法定代表人；个体工商户的经营者已脱敏"),
        new("DecisionDocumentTitle", "决定内容", "行政许可决定文书名称", "许可决定书的名称", RecordKind.License),
        new("DocumentNumber", "决定内容", "决定文书号", "许可或者处罚决定书的文号", null, "行政许可决定文书号", "行政处罚决定书文号"),
        new("Category", "决定内容", "许可类别", "普通、特许、认可、核准、登记、其他", RecordKind.License),
        new("CertificateTitle", "决定内容", "许可证书名称", "许可证件的名称", RecordKind.License),
        new("LicenseNumber", "决定内容", "许可编号", "许可证件的编号", RecordKind.License),
        new("Content", "决定内容", "许可内容", "准予许可的事项和范围", RecordKind.License),
        new("ViolationType", "决定内容", "违法行为类型", "违反的规定或者行为的种类", RecordKind.Penalty),
        new("ViolationFacts", "决定内容", "违法事实", "认定的主要事实，个人信息已隐去", RecordKind.Penalty),
        new("LegalBasis", "决定内容", "处罚依据", "法律、法规、规章的条款", RecordKind.Penalty),
        new("PenaltyCategories", "决定内容", "处罚类别", "警告、通报批评、罚款、没收违法所得、没收非法财物等，多个用顿号分开", RecordKind.Penalty),
        new("PenaltyContent", "决定内容", "处罚内容", "处罚决定的主要内容", RecordKind.Penalty),
        new("FineAmount", "决定内容", "罚款金额", "元，两位以上小数", RecordKind.Penalty),
        new("ConfiscatedAmount", "决定内容", "没收违法所得、没收非法财物的金额", "元，两位以上小数", RecordKind.Penalty),
        new("SuspendedOrRevokedCertificates", "决定内容", "暂扣或吊销证照名称及编号", "被暂扣或者吊销的证照", RecordKind.Penalty),
        new("DecisionDate", "决定内容", "决定日期", "yyyy-MM-dd", null, "许可决定日期", "处罚决定日期"),
        new("ValidFrom", "决定内容", "有效期自", "yyyy-MM-dd", RecordKind.License),
        new("ValidUntil", "决定内容", "有效期至", "yyyy-MM-dd，或者“长期”", RecordKind.License),
        new("Status", "决定内容", "当前状态", "有效、无效", RecordKind.License),
        new("PenaltyValidUntil", "决定内容", "处罚有效期", "有期限的处罚的截止日期，yyyy-MM-dd", RecordKind.Penalty),
        new("Severity", "决定内容", "严重程度", "轻微、一般、严重、特定严重；决定公示期限", RecordKind.Penalty),
        new("Procedure", "决定内容", "处罚程序", "普通程序、简易程序", RecordKind.Penalty),
        new("Domain", "决定内容", "领域", "例如 食品、特种设备"),
        new("ItemName", "决定内容", "事项名称", "事项目录中的名称；没有事项编码的没有这一项"),
        new("ItemCode", "决定内容", "事项编码", "权责清单中的编码"),
        new("SettingBasis", "决定内容", "设定依据", "设定该事项的法律、法规、规章条款"),
        new("AcceptedDate", "决定内容", "受理日期", "yyyy-MM-dd"),
        new("CompletedDate", "决定内容", "办结日期", "yyyy-MM-dd"),
        new("EffectiveDate", "决定内容", "生效日期", "yyyy-MM-dd"),
        new("ServedDate", "决定内容", "送达日期", "yyyy-MM-dd"),
        new("PerformedDate", "决定内容", "履行日期", "yyyy-MM-dd"),
        new("Remarks", "决定内容", "备注", "其他需要说明的，个人信息已隐去"),
        new("DecidingAuthority.Name", "机关与来源", "决定机关", "作出决定的机关全称", null, "许可机关", "处罚机关"),
        new("DecidingAuthority.CreditCode", "机关与来源", "决定机关统一社会信用代码", "18 位", null, "许可机关统一社会信用代码", "处罚机关统一社会信用代码"),
        new("DataSource.Name", "机关与来源", "数据来源单位", "提供数据的单位"),
        new("DataSource.CreditCode", "机关与来源", "数据来源单位统一社会信用代码", "18 位"),
        new("Disclosure.From", "公示信息", "公示开始日期", "公示期的第一天，yyyy-MM-dd"),
        new("Disclosure.LastDay", "公示信息", "公示截止期", "最后一个公示日，yyyy-MM-dd；没有法定期限的为空"),
        new("PersonalDisclosureBasis", "公示信息", "个人信息公示依据", "公示个人信息所依据的法律条款或者同意"),
        new("RemedyChannel", "救济渠道", "救济渠道", "行政复议、行政诉讼的途径和期限"),
    ];

    /// <summary>What only the other acts have; a file of all kinds carries them among the other values.</summary>
    public static readonly FieldEntry[] Acts =
    [
        new("ActKind", "决定内容", "行政行为类别", "行政强制、行政确认、行政征收、行政给付、行政裁决、行政补偿、行政奖励、行政监督检查", RecordKind.Act),
        new("ActDocumentTitle", "决定内容", "决定文书名称", "决定文书的标题", RecordKind.Act),
        new("ActContent", "决定内容", "决定内容", "决定的主要内容，个人信息已隐去", RecordKind.Act),
        new("ActLegalBasis", "决定内容", "决定依据", "法律、法规、规章的条款", RecordKind.Act),
    ];

    /// <summary>Those that records of a kind can have.</summary>
    public static IReadOnlyList<FieldEntry> Of(RecordKind? kind) => kind switch
    {
        null => All,
        RecordKind.Act => [.. All.Where(f => f.Kind is null), .. Acts],
        _ => [.. All.Where(f => f.Kind is null || f.Kind == kind)],
    };

    /// <summary>Those of the kinds that a column has.</summary>
    public static IReadOnlyList<FieldEntry> Shown(IReadOnlyList<RecordKind> kinds) => kinds.Contains(RecordKind.Act) ? [.. All, .. Acts] : All;
}
