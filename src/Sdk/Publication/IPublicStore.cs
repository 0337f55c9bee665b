using CreditKit.Publication.Sqlite;

namespace CreditKit.Publication;

/// <summary>
/// The writing side of public.db. Every call is one transaction; readers never see half of one. Safe for concurrent
/// callers and for several processes on one machine.
/// </summary>
internal interface IPublicStore : IDisposable
{
    /// <summary>How far the ledger's change feed has been applied.</summary>
    long Position { get; }

    /// <summary>Caught up at least once: readers are served.</summary>
    bool IsComplete { get; }

    /// <summary>Hash of the law and masking data that the rows were made with; empty when new.</summary>
    string Fingerprint { get; }

    /// <summary>Makes bytes and tokens of changes outside any transaction; the batch may be used again after it was applied.</summary>
    PreparedBatch Prepare(IReadOnlyList<PublicChange> changes, PreparedBatch? again = null);

    /// <summary>Brings the pages of a record's attachments that are not here yet, a piece at a time and before the record: nobody can ask for them until it names them.</summary>
    /// <param name="change">The change that is about to be applied.</param>
    /// <param name="piece">Attachment, page and part to bytes; null when the ledger has it no longer.</param>
    void Stage(PublicChange change, Func<string, int, int, byte[]?> piece);

    /// <summary>Applies a stretch of the feed and moves the position. False, with nothing done, when somebody else has moved it.</summary>
    bool Apply(PreparedBatch batch, long from, long to);

    /// <summary>Applies one record outside the order of the feed: a withdrawal does not wait. Returns when readers no longer see the former state.</summary>
    void ApplyNow(PublicChange change);

    /// <summary>Caught up: tells readers, and lets them in when it is the first time.</summary>
    /// <param name="fingerprint">Hash of the law and masking data.</param>
    /// <param name="ended">No more is on its way. Otherwise readers are told at most once a second.</param>
    void Complete(string fingerprint, bool ended = true);

    /// <summary>What a document of its own was made from; null when there is none of that name.</summary>
    string? DocumentMark(string name);

    /// <summary>Keeps a document beside the records, in place of the former one of that name.</summary>
    void PutDocument(string name, string mark, string content);

    /// <summary>Removes rows that ended before a day: an optimisation, never what hides them. How many.</summary>
    int Sweep(DateOnly before, int limit);

    /// <summary>Joins pieces of the search index, about that many pages of it; false when nothing is left to join. A negative number also joins the large with the small.</summary>
    bool Tidy(int pages);

    /// <summary>An empty store beside this one, to be filled and taken over.</summary>
    IPublicStore Beside();

    /// <summary>Takes the content of a store that was built beside, in one step; readers see the old or the new, never a mixture.</summary>
    void Take(IPublicStore beside);
}
