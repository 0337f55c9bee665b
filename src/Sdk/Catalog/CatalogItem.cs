using CreditKit.Records;

namespace CreditKit.Catalog;

/// <summary>One item (事项) of a catalogue, as it stands from a day on.</summary>
public sealed record CatalogItem
{
    /// <summary>事项编码, the key; case and blanks do not matter.</summary>
    public required string Code { get; init; }

    /// <summary>事项名称.</summary>
    public required string Name { get; init; }

    /// <summary>What its decisions are.</summary>
    public RecordKind Kind { get; init; } = RecordKind.License;

    /// <summary>具体行政行为.</summary>
    public string? Act { get; init; }

    /// <summary>提供单位: whose decisions these are.</summary>
    public Authority Provider { get; init; } = Authority.None;

    /// <summary>What kind of body the provider is.</summary>
    public ProviderKind ProviderKind { get; init; } = ProviderKind.Agency;

    /// <summary>数据来源: the system or unit the data come from.</summary>
    public string? DataSource { get; init; }

    /// <summary>信息性质, e.g. 行政许可信息.</summary>
    public string? Nature { get; init; }

    /// <summary>共享属性.</summary>
    public Sharing Sharing { get; init; } = Sharing.Unconditional;

    /// <summary>公开属性.</summary>
    public Openness Openness { get; init; } = Openness.Open;

    /// <summary>公示期限 in words, as the catalogue states it.</summary>
    public string? Period { get; init; }

    /// <summary>公示期限 in months from the decision; binds only together with <see cref="PeriodBasis"/>. Null: as the law in force has it.</summary>
    public int? PeriodMonths { get; init; }

    /// <summary>Text and article that prescribe the item's own period.</summary>
    public string? PeriodBasis { get; init; }

    /// <summary>设定依据 or 执法依据; shown where a record has none of its own.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>救济渠道; shown where a record has none of its own.</summary>
    public string? Remedy { get; init; }

    /// <summary>实行告知承诺制 (requirement 003-18).</summary>
    public bool ByCommitment { get; init; }

    /// <summary>责任人; never public.</summary>
    public string? ResponsiblePerson { get; init; }

    /// <summary>责任科室 or unit.</summary>
    public string? ResponsibleUnit { get; init; }

    /// <summary>Concerns birth, health, entry and exit, minors and the like: records of natural persons are never published.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Text and article that allow records of natural persons to be published.</summary>
    public string? PersonalBasis { get; init; }

    /// <summary>The consent that applicants of the item give, e.g. with their application; null: none. A record's own consent, also a withdrawn one, comes first.</summary>
    public PersonalConsent? Consent { get; init; }

    /// <summary>First day in force; null: with its edition.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in force; null: with its edition.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who provided the item before it was transferred; null when it never was.</summary>
    public Authority? Predecessor { get; init; }

    /// <summary>Why it was transferred.</summary>
    public string? TransferBasis { get; init; }

    /// <summary>保密审查; without one the item itself is not public.</summary>
    public ItemReview? Review { get; init; }

    /// <summary>备注.</summary>
    public string? Remarks { get; init; }

    /// <summary>Whether the item may stand on the public catalogue page.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsPublic => Review is { MayPublish: true } && Openness != Openness.Closed;

    /// <summary>Whether the item is in force on a day.</summary>
    internal bool InForce(DateOnly day) => !(day < From) && !(day > Until);
}
