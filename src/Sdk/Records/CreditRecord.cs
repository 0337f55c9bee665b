namespace CreditKit.Records;

/// <summary>
/// One administrative decision as an agency knows it, unmasked. Values may be missing: the validator decides what a
/// record may be used for. Never log one, never show one: only the desensitizer's <c>PublicRecord</c> is for visitors.
/// </summary>
public abstract record CreditRecord
{
    /// <summary>行政许可, 行政处罚 or another act.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>行政相对人.</summary>
    public Counterpart Counterpart { get; init; } = new();

    /// <summary>决定（书）文号; with the counterpart the natural key.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>决定日期.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>许可机关 / 处罚机关.</summary>
    public Authority DecidingAuthority { get; init; } = Authority.None;

    /// <summary>数据来源单位.</summary>
    public Authority DataSource { get; init; } = Authority.None;

    /// <summary>备注.</summary>
    public string? Remarks { get; init; }

    /// <summary>领域, as the agency writes it (食品, 药品, 特种设备, 安全生产, 消防, 治安 …).</summary>
    public string? Domain { get; init; }

    /// <summary>事项编码 in the item catalogue.</summary>
    public string? ItemCode { get; init; }

    /// <summary>事项名称, which the catalogue supplies on the way to the public; never stored with the record.</summary>
    internal string? ItemName { get; init; }

    /// <summary>生效日期.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>送达日期.</summary>
    public DateOnly? ServedDate { get; init; }

    /// <summary>履行日期.</summary>
    public DateOnly? PerformedDate { get; init; }

    /// <summary>受理日期.</summary>
    public DateOnly? AcceptedDate { get; init; }

    /// <summary>办结日期.</summary>
    public DateOnly? CompletedDate { get; init; }

    /// <summary>设定依据.</summary>
    public string? SettingBasis { get; init; }

    /// <summary>救济渠道.</summary>
    public string? RemedyChannel { get; init; }

    /// <summary>个人信息公示依据: text and article (or consent) that allow a natural person's record to be shown (requirement 001-12).</summary>
    public string? PersonalDisclosureBasis { get; init; }

    /// <summary>审查人. Both this and <see cref="ReviewedOn"/> release the record on import.</summary>
    public string? Reviewer { get; init; }

    /// <summary>审查日期.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>存量数据: counts as neither late nor reportable; fewer fields are mandatory.</summary>
    public bool Historic { get; init; }

    /// <summary>A period that other law prescribes for this record.</summary>
    public DisclosureOverride? Override { get; init; }
}
