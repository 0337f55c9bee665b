using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>A record in a list of the review desk: masked, hence without an entry in the access register.</summary>
public sealed record ReviewItem
{
    /// <summary>Public id.</summary>
    public required string Id { get; init; }

    /// <summary>Newest revision.</summary>
    public required int Revision { get; init; }

    /// <summary>行政许可 or 行政处罚.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Document number as it would be shown.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Name of the counterpart as it would be shown.</summary>
    public required string CounterpartName { get; init; }

    /// <summary>Title as it would be shown.</summary>
    public required string Title { get; init; }

    /// <summary>Decision date; null when the source has none.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Last day for publication by law; null when none applies.</summary>
    public DateOnly? PublishBy { get; init; }

    /// <summary>Released for publication.</summary>
    public required bool Released { get; init; }

    /// <summary>Released for sharing.</summary>
    public required bool ReleasedForSharing { get; init; }

    /// <summary>A reviewer keeps it back.</summary>
    public required bool Held { get; init; }

    /// <summary>Whether the law lets it be shown once it is released.</summary>
    public required bool Publishable { get; init; }

    /// <summary>Why the law would not let it be shown, in Chinese; empty when it would.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
