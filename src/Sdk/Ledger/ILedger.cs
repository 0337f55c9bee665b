namespace CreditKit.Ledger;

/// <summary>
/// The truth: full records, revisions, rejected rows, audit chain and outbox. Every method that writes is one durable
/// transaction. Safe for concurrent callers and for several processes on one machine.
/// </summary>
internal interface ILedger : IDisposable
{
    /// <summary>Position of the newest change; 0 when there is none.</summary>
    long LastSequence { get; }

    /// <summary>When the first record came in; null while there is none.</summary>
    DateTimeOffset? Since { get; }

    /// <summary>Writes revision, audit entry, change and outbox entries of each submission, all or nothing.</summary>
    IReadOnlyList<SubmissionResult> Submit(IReadOnlyList<Submission> submissions);

    /// <summary>Keeps rows that could not become records. The same row from the same place is kept once.</summary>
    void Reject(IReadOnlyList<Rejection> rejections);

    /// <summary>Takes a record down and queues the withdrawal for every channel that may have it. False when it was withdrawn before.</summary>
    bool Withdraw(Withdrawal withdrawal);

    /// <summary>Changes after <paramref name="sequence"/>, in order, at most <paramref name="limit"/>.</summary>
    IReadOnlyList<LedgerChange> Changes(long sequence, int limit);

    /// <summary>Every record as it is now, in order of arrival, streamed from one consistent snapshot.</summary>
    IEnumerable<LedgerRecord> All();

    /// <summary>A record by its internal key.</summary>
    LedgerRecord? Find(long recordId);

    /// <summary>A record by its public id.</summary>
    LedgerRecord? FindByPublicId(string publicId);

    /// <summary>Records with this document number (bracket forms and blanks do not matter).</summary>
    IReadOnlyList<LedgerRecord> FindByDocumentNumber(string documentNumber);

    /// <summary>A piece of a page of an attachment's cleared copy, decrypted; null when it is gone.</summary>
    byte[]? AttachmentPiece(string attachment, int page, int part);

    /// <summary>Adds an audit entry of its own.</summary>
    void Audit(string actor, string act, string outcome, long? recordId, string detail);

    /// <summary>Walks the audit chain.</summary>
    AuditVerification VerifyAudit();
}
