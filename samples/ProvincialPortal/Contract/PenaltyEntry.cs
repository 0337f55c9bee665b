using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>A penalty, new or corrected.</summary>
public sealed record PenaltyEntry : EntryHead
{
    /// <summary>Mark 不公示: collected, not shown.</summary>
    public bool? NotPublic { get; init; }

    /// <summary>Last day on which it is shown; null: no end in law.</summary>
    public DateOnly? LastDisclosedDay { get; init; }

    /// <summary>SHA-256 of the columns sent, hex.</summary>
    public string? ContentHash { get; init; }

    /// <summary>SHA-256 of the record as the agency's own page shows it, hex; for comparing the two.</summary>
    public string? PublicHash { get; init; }

    /// <summary>The columns.</summary>
    [Required]
    public required PenaltyRow Row { get; init; }
}
