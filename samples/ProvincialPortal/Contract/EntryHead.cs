using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>What every row carries beside its columns.</summary>
public abstract record EntryHead
{
    /// <summary>Idempotency key: the same key is answered with the same receipt and has an effect once.</summary>
    [Required, MaxLength(128)]
    public required string Key { get; init; }

    /// <summary>The sender's id of the record; stays the same over revisions.</summary>
    [Required, MaxLength(64)]
    public required string RecordId { get; init; }

    /// <summary>Revision of the record, 1 upward. A lower one than the portal holds has no effect.</summary>
    [Required, Range(1, int.MaxValue)]
    public required int Revision { get; init; }
}
