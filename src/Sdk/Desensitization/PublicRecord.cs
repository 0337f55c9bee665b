using CreditKit.Records;

namespace CreditKit.Desensitization;

/// <summary>
/// A record as anyone may see it: strings that are masked already. Only the desensitizer makes one; it is the only
/// type the public store and the column accept.
/// </summary>
public sealed record PublicRecord
{
    internal PublicRecord() { }

    /// <summary>Random public id (URL-safe, never made from the content).</summary>
    public required string Id { get; init; }

    /// <summary>The ledger's revision this was made from, 1 upward.</summary>
    public required int Revision { get; init; }

    /// <summary>行政许可 or 行政处罚.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Category of the counterpart.</summary>
    public required CounterpartKind CounterpartKind { get; init; }

    /// <summary>Display name, masked where the policy says so; <c>（未提供名称）</c> when there is none.</summary>
    public required string CounterpartName { get; init; }

    /// <summary>统一社会信用代码 for the subject page; null when there is none or it may not be shown.</summary>
    public string? CounterpartCode { get; init; }

    /// <summary>Document number as shown; empty when there is none.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Title of the page: licence document title, or the violation type.</summary>
    public required string Title { get; init; }

    /// <summary>内容 or 事由 for lists, masked.</summary>
    public required string Summary { get; init; }

    /// <summary>许可类别, or the penalty categories joined with 、.</summary>
    public required string Category { get; init; }

    /// <summary>Name of the deciding agency.</summary>
    public required string AuthorityName { get; init; }

    /// <summary>领域; empty when not stated.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Class of a penalty; null for licences.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Status of a licence; null for penalties.</summary>
    public LicenseStatus? LicenseStatus { get; init; }

    /// <summary>Decision date; null when the source has none.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>First shown day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Exclusive end; null: none in law.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>When the server first published it, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>First day on which repair may be applied for; null when none.</summary>
    public DateOnly? RepairableFrom { get; init; }

    /// <summary>公示期至 …，依据 …</summary>
    public required string PeriodLine { get; init; }

    /// <summary>A natural person's record: noindex, out of feeds, dumps and sitemap.</summary>
    public bool NaturalPerson { get; init; }

    /// <summary>Corrected at least once since it was first published.</summary>
    public bool Corrected { get; init; }

    /// <summary>An objection is being handled.</summary>
    public bool UnderObjection { get; init; }

    /// <summary>Cleared copies of papers that a reviewer released.</summary>
    public EquatableList<PublicAttachment> Attachments { get; init; } = [];

    /// <summary>Every public value in template order.</summary>
    public required EquatableList<PublicField> Fields { get; init; }
}
