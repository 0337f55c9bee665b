using CreditKit.Ledger.Access;

namespace CreditKit.Review.Attachments;

/// <summary>
/// Papers of records: the original stays encrypted in the ledger; a cleared copy (pictures without metadata, a PDF only as
/// pictures of its pages) is made at once, shown to a reviewer, and becomes public together with its record when the
/// reviewer releases it. What is visible in a picture cannot be masked by a machine: without a reviewer nothing is
/// released, whatever the settings. Safe for concurrent callers.
/// </summary>
public interface IAttachmentDesk
{
    /// <summary>Takes an original in and makes its cleared copy; it then waits for a reviewer.</summary>
    /// <param name="id">Public id of the record.</param>
    /// <param name="content">The paper: PNG, JPEG or PDF, known by its content. Read once, to its end; need not be seekable.</param>
    /// <param name="source">Who hands it in, and what it is.</param>
    /// <param name="cancellation">Stops; nothing is kept then.</param>
    /// <exception cref="CreditKitException">
    /// CK1261: no such record or attachment to be replaced; CK1262: too large or too many; CK1431 to CK1433: it cannot be
    /// cleared. Nothing is kept then.
    /// </exception>
    Task<AttachmentItem> AddAsync(string id, Stream content, AttachmentSource source, CancellationToken cancellation = default);

    /// <summary>Attachments of a record, the oldest first.</summary>
    /// <param name="id">Public id of the record.</param>
    IReadOnlyList<AttachmentItem> Of(string id);

    /// <summary>What waits for a reviewer, the oldest first.</summary>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    IReadOnlyList<AttachmentItem> Waiting(int limit = 100);

    /// <summary>An attachment by its id; null when there is none.</summary>
    /// <param name="attachment">Id of the attachment.</param>
    AttachmentItem? Find(string attachment);

    /// <summary>Opens the cleared copy, entered in the access register as <see cref="AccessKind.Attachment"/>; null when there is none.</summary>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="access">Who and what for.</param>
    /// <exception cref="CreditKitException">CK1231: no user or no purpose is named.</exception>
    AttachmentSheet? Open(string attachment, AccessRequest access);

    /// <summary>Opens the original, entered in the access register as <see cref="AccessKind.Original"/>; null when there is none.</summary>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="access">Who and what for.</param>
    /// <exception cref="CreditKitException">CK1231: no user or no purpose is named.</exception>
    AttachmentSheet? OpenOriginal(string attachment, AccessRequest access);

    /// <summary>Releases the cleared copy; returns when the column shows it with its record, if that is visible.</summary>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="reviewer">Who releases: must have opened the cleared copy since it waits.</param>
    /// <returns>Whether it is public now: whether its record is.</returns>
    /// <exception cref="CreditKitException">CK1261: no such attachment; CK1263: it does not wait, its record was withdrawn, or the reviewer has not looked at it.</exception>
    bool Release(string attachment, string reviewer);

    /// <summary>Keeps a waiting copy back.</summary>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="reviewer">Who decides.</param>
    /// <param name="reason">Why; must not be blank. Kept encrypted.</param>
    /// <exception cref="CreditKitException">CK1261: no such attachment; CK1263: it does not wait, or no reason is given.</exception>
    void Refuse(string attachment, string reviewer, string reason);

    /// <summary>Takes an attachment down for good; returns when the column no longer has it.</summary>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="reason">Why; must not be blank. Kept encrypted.</param>
    /// <exception cref="CreditKitException">CK1261: no such attachment; CK1263: it is down already, or no reason is given.</exception>
    void Remove(string attachment, string actor, string reason);
}
