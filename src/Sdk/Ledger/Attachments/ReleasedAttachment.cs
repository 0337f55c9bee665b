using CreditKit.Records;

namespace CreditKit.Ledger.Attachments;

/// <summary>A released copy, as it is kept with the record that it becomes public with.</summary>
/// <param name="Id">Random id.</param>
/// <param name="Title">What it is, unmasked.</param>
/// <param name="Pages">Its pages.</param>
internal sealed record ReleasedAttachment(string Id, string Title, IReadOnlyList<AttachmentPage> Pages);
