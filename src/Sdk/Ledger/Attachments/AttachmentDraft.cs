namespace CreditKit.Ledger.Attachments;

/// <summary>An attachment while it is being received.</summary>
internal sealed record AttachmentDraft(long Id, string PublicId, string RecordPublicId, DataKey Key);
