namespace CreditKit.Ledger.Attachments;

/// <summary>An attachment as the ledger has it.</summary>
internal sealed record AttachmentRow
{
    public required long Id { get; init; }

    /// <summary>Random, URL-safe; also its name in public.</summary>
    public required string PublicId { get; init; }

    public required long RecordId { get; init; }

    public required string RecordPublicId { get; init; }

    public required AttachmentState State { get; init; }

    /// <summary>Of the original, by its first bytes.</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes of the original.</summary>
    public required long Length { get; init; }

    /// <summary>Public id of the one it takes the place of when it is released.</summary>
    public string? Replaces { get; init; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Since when the present copy waits: whoever releases it must have looked at it after that.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public required AttachmentDetail Detail { get; init; }
}
