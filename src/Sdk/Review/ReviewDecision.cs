using CreditKit.Ledger.Reviews;

namespace CreditKit.Review;

/// <summary>What a reviewer decides on one record, item by item; publication and sharing are two decisions.</summary>
public sealed record ReviewDecision
{
    /// <summary>Public id.</summary>
    public required string Id { get; init; }

    /// <summary>The revision that was reviewed.</summary>
    public required int Revision { get; init; }

    /// <summary>Who decides.</summary>
    public required string Reviewer { get; init; }

    /// <summary>For publication or for sharing.</summary>
    public required ReviewScope Scope { get; init; }

    /// <summary>True: released. False: kept back, with <see cref="Reason"/>.</summary>
    public required bool Release { get; init; }

    /// <summary>Why it is kept back; must not be blank then. Kept encrypted.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// The ground in law for keeping it back, if it is one: <c>state-secret</c>, <c>trade-secret</c>, <c>privacy</c>,
    /// <c>endangers-security</c>, <c>process-information</c>, <c>no-social-impact</c>. Publication only.
    /// </summary>
    public string? Ground { get; init; }

    /// <summary>Shows only the abstract, no free text; null leaves it as it is. Publication only.</summary>
    public bool? AbstractOnly { get; init; }

    /// <summary>Places added and lifted. Publication only.</summary>
    public IReadOnlyList<ReviewMark> Marks { get; init; } = [];

    /// <summary>Id and verdict only.</summary>
    public override string ToString() => $"{Id} {Scope} {(Release ? "release" : "hold")}";
}
