namespace CreditKit.Standards;

/// <summary>What a column means inside the product, whatever an edition calls it.</summary>
public enum StandardField
{
    /// <summary>Not one of the product's fields.</summary>
    None = 0,

    /// <summary>行政相对人名称.</summary>
    CounterpartName,

    /// <summary>行政相对人类别.</summary>
    CounterpartKind,

    /// <summary>统一社会信用代码.</summary>
    UnifiedSocialCreditCode,

    /// <summary>工商注册号.</summary>
    BusinessRegistrationNumber,

    /// <summary>组织机构代码.</summary>
    OrganizationCode,

    /// <summary>税务登记号.</summary>
    TaxRegistrationNumber,

    /// <summary>事业单位证书号.</summary>
    PublicInstitutionCertificateNumber,

    /// <summary>社会组织登记证号.</summary>
    SocialOrganizationCertificateNumber,

    /// <summary>法定代表人.</summary>
    LegalRepresentative,

    /// <summary>法定代表人证件类型.</summary>
    LegalRepresentativeDocumentType,

    /// <summary>法定代表人证件号码.</summary>
    LegalRepresentativeDocumentNumber,

    /// <summary>自然人证件类型.</summary>
    IdentityDocumentType,

    /// <summary>自然人证件号码.</summary>
    IdentityDocumentNumber,

    /// <summary>决定（书）文号.</summary>
    DocumentNumber,

    /// <summary>决定日期.</summary>
    DecisionDate,

    /// <summary>许可机关 / 处罚机关.</summary>
    AuthorityName,

    /// <summary>许可机关 / 处罚机关统一社会信用代码.</summary>
    AuthorityCode,

    /// <summary>数据来源单位.</summary>
    DataSourceName,

    /// <summary>数据来源单位统一社会信用代码.</summary>
    DataSourceCode,

    /// <summary>备注.</summary>
    Remarks,

    /// <summary>决定文书名称.</summary>
    DocumentTitle,

    /// <summary>许可类别.</summary>
    LicenseCategory,

    /// <summary>许可证书名称.</summary>
    CertificateTitle,

    /// <summary>许可编号.</summary>
    LicenseNumber,

    /// <summary>许可内容.</summary>
    LicenseContent,

    /// <summary>有效期自.</summary>
    ValidFrom,

    /// <summary>有效期至.</summary>
    ValidUntil,

    /// <summary>许可当前状态.</summary>
    LicenseStatus,

    /// <summary>违法行为类型.</summary>
    ViolationType,

    /// <summary>违法事实.</summary>
    ViolationFacts,

    /// <summary>处罚依据.</summary>
    LegalBasis,

    /// <summary>处罚类别.</summary>
    PenaltyCategory,

    /// <summary>处罚内容.</summary>
    PenaltyContent,

    /// <summary>罚款金额.</summary>
    FineAmount,

    /// <summary>没收违法所得、没收非法财物的金额.</summary>
    ConfiscatedAmount,

    /// <summary>暂扣或吊销证照名称及编号.</summary>
    SuspendedOrRevokedCertificates,

    /// <summary>处罚有效期.</summary>
    PenaltyValidUntil,

    /// <summary>公示截止期 as the source states it.</summary>
    StatedLastDisclosedDay,

    /// <summary>处罚程序.</summary>
    Procedure,

    /// <summary>严重程度.</summary>
    Severity,

    /// <summary>领域.</summary>
    Domain,

    /// <summary>事项编码.</summary>
    ItemCode,

    /// <summary>生效日期.</summary>
    EffectiveDate,

    /// <summary>送达日期.</summary>
    ServedDate,

    /// <summary>履行日期.</summary>
    PerformedDate,

    /// <summary>受理日期.</summary>
    AcceptedDate,

    /// <summary>办结日期.</summary>
    CompletedDate,

    /// <summary>设定依据.</summary>
    SettingBasis,

    /// <summary>救济渠道.</summary>
    RemedyChannel,

    /// <summary>个人信息公示依据.</summary>
    PersonalDisclosureBasis,

    /// <summary>审查人.</summary>
    Reviewer,

    /// <summary>审查日期.</summary>
    ReviewedOn,

    /// <summary>情节认定.</summary>
    Mitigation,

    /// <summary>情节认定依据.</summary>
    MitigationEvidence,

    /// <summary>法定公示依据.</summary>
    OverrideBasis,

    /// <summary>法定公示截止日.</summary>
    OverrideLastDay,

    /// <summary>告知承诺.</summary>
    ByCommitment,

    /// <summary>承诺内容.</summary>
    Commitment,

    /// <summary>承诺履行情况.</summary>
    CommitmentPerformance,

    /// <summary>行政行为类别 of another act.</summary>
    ActKind,

    /// <summary>决定内容 of another act.</summary>
    ActContent,

    /// <summary>2015 edition: state of the row (0 正常, 1 撤销 …).</summary>
    RowState,

    /// <summary>2015 edition: 地方编码.</summary>
    LocalCode,

    /// <summary>2015 edition: 数据更新时间戳.</summary>
    Timestamp,
}
