using CreditKit.Ledger.Attachments;

namespace CreditKit.Review.Attachments;

/// <summary>An attachment in a list: no content, no file name, hence without an entry in the access register.</summary>
/// <param name="Id">Random id, also its name in public.</param>
/// <param name="RecordId">Public id of its record.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Title">What it is, masked as it would be shown.</param>
/// <param name="MediaType">Of the original, by its content.</param>
/// <param name="Length">Bytes of the original.</param>
/// <param name="Pages">Pages of the cleared copy.</param>
/// <param name="AddedBy">Who handed it in.</param>
/// <param name="AddedAt">When, UTC.</param>
/// <param name="DecidedBy">Who released, refused or took it down last; null when nobody has.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="Replaces">Id of the one whose place it takes; null: none.</param>
public sealed record AttachmentItem(string Id, string RecordId, AttachmentState State, string Title, string MediaType, long Length, int Pages, string AddedBy, DateTimeOffset AddedAt,
    string? DecidedBy, DateTimeOffset? DecidedAt, string? Replaces);
