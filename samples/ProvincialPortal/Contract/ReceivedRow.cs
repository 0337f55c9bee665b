using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>A record as the portal holds it.</summary>
public sealed record ReceivedRow
{
    /// <summary>The sender's id of the record.</summary>
    [Required]
    public required string RecordId { get; init; }

    /// <summary>National id.</summary>
    [Required]
    public required string NationalId { get; init; }

    /// <summary>行政许可 or 行政处罚.</summary>
    [Required]
    public required string Kind { get; init; }

    /// <summary>在库 or 已撤下.</summary>
    [Required]
    public required string State { get; init; }

    /// <summary>Mark 不公示.</summary>
    [Required]
    public required bool NotPublic { get; init; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Counterpart's name.</summary>
    public string? Counterpart { get; init; }

    /// <summary>Decision date.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Last day on which it is shown.</summary>
    public DateOnly? LastDisclosedDay { get; init; }

    /// <summary>The sender's newest revision that the portal took.</summary>
    [Required]
    public required int Revision { get; init; }

    /// <summary>How many revisions it took.</summary>
    [Required]
    public required int Revisions { get; init; }

    /// <summary>Hash of the columns as sent.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Hash of the agency's own page as sent.</summary>
    public string? PublicHash { get; init; }

    /// <summary>When it was first taken.</summary>
    [Required]
    public required DateTimeOffset FirstReceivedAt { get; init; }

    /// <summary>When it last changed.</summary>
    [Required]
    public required DateTimeOffset LastReceivedAt { get; init; }
}
