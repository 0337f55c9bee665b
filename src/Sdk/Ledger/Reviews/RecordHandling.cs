using System.Text.Json.Serialization;
using CreditKit.Ledger.Attachments;
using CreditKit.Records;

namespace CreditKit.Ledger.Reviews;

/// <summary>How a record is to be shown, as its reviewers decided: part of what the projection is made from, so that a rebuild gives the same.</summary>
internal sealed record RecordHandling
{
    public static readonly RecordHandling None = new();

    /// <summary>Only the abstract is shown, no free text (浙江 6: 公开行政处罚决定书摘要信息).</summary>
    public bool AbstractOnly { get; init; }

    /// <summary>Values confirmed, added or lifted.</summary>
    public IReadOnlyList<HandledSpan> Spans { get; init; } = [];

    /// <summary>Grounds on which a reviewer keeps it from publication.</summary>
    public IReadOnlyList<RecordedExclusion> Exclusions { get; init; } = [];

    /// <summary>The person's consent; null when none is recorded.</summary>
    public PersonalConsent? Consent { get; init; }

    /// <summary>Copies of papers that were released to be public with it.</summary>
    public IReadOnlyList<ReleasedAttachment> Attachments { get; init; } = [];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RecordHandling))]
[JsonSerializable(typeof(ReviewDetail))]
internal sealed partial class RecordHandlingJson : JsonSerializerContext;
