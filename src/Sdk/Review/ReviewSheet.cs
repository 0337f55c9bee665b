using CreditKit.Ledger.Reviews;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>A record opened for review, unmasked; its opening stands in the access register.</summary>
public sealed record ReviewSheet
{
    /// <summary>The record as the list shows it.</summary>
    public required ReviewItem Item { get; init; }

    /// <summary>Every value that would be public, unmasked, with what is hidden in it.</summary>
    public required IReadOnlyList<ReviewField> Fields { get; init; }

    /// <summary>Only the abstract is shown.</summary>
    public required bool AbstractOnly { get; init; }

    /// <summary>The person's consent; null when none is recorded.</summary>
    public PersonalConsent? Consent { get; init; }

    /// <summary>Earlier reviews, the oldest first.</summary>
    public required IReadOnlyList<ReviewEvent> History { get; init; }

    /// <summary>Number of the entry in the access register.</summary>
    public required long Entry { get; init; }

    /// <summary>Id and entry only: a record must not reach a log by being printed.</summary>
    public override string ToString() => $"{Item.Id} (access {Entry})";
}
