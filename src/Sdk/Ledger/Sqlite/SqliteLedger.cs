using System.Text;
using CreditKit.Records;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The ledger on SQLite.</summary>
internal sealed class SqliteLedger(LedgerDatabase database) : ILedger
{
    private readonly RecordTable _records = new(database);
    private readonly RecordReader _reader = new(database);
    private readonly OutboxQueue _outbox = new(database);
    private readonly AuditTable _audit = new(database);
    private readonly AttachmentTable _attachments = new(database);
    private readonly AttachmentReader _pieces = new(database);
    private readonly RecentChanges _recent = new();

    /// <summary>The file, for the outbox and whoever else keeps tables in it.</summary>
    public LedgerDatabase Database => database;

    /// <inheritdoc/>
    public long LastSequence => _reader.LastSequence();

    /// <inheritdoc/>
    public DateTimeOffset? Since => _reader.Since();

    /// <inheritdoc/>
    public IReadOnlyList<SubmissionResult> Submit(IReadOnlyList<Submission> submissions)
    {
        // Hashing and JSON stay outside the transaction: the write lock is held for writing only.
        var prepared = new Prepared[submissions.Count];
        for (var i = 0; i < prepared.Length; i++) prepared[i] = Prepare(submissions[i].Record.Value);

        var news = new List<LedgerChange>(prepared.Length);
        var answers = database.Write((connection, transaction) =>
        {
            news.Clear();
            var tail = _audit.Tail(connection, transaction);
            var results = new SubmissionResult[prepared.Length];
            for (var i = 0; i < results.Length; i++) results[i] = Submit(connection, transaction, tail, submissions[i], prepared[i], news);
            return results;
        });
        // A record that changed again must come out of the feed as it is now.
        if (answers.Any(a => a.Outcome == SubmissionOutcome.Corrected)) _recent.Clear();
        else _recent.Add(news);
        return answers;
    }

    /// <inheritdoc/>
    public void Reject(IReadOnlyList<Rejection> rejections) => database.Write((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO rejected (row_hash, row, issues, at) VALUES (@hash, @row, @issues, @at) ON CONFLICT (row_hash) DO UPDATE SET issues = excluded.issues, at = excluded.at";
        var (hash, row, issues, at) = (command.Parameters.AddWithValue("@hash", null), command.Parameters.AddWithValue("@row", null), command.Parameters.AddWithValue("@issues", null), command.Parameters.AddWithValue("@at", null));
        foreach (var rejection in rejections)
        {
            var text = $"{rejection.Source.System}\n{rejection.Source.Row}\n{rejection.Source.Actor}\n{rejection.Row}";
            hash.Value = database.Cipher.Index("rejected", text);
            row.Value = database.Cipher.Seal(text, "rejected");
            issues.Value = rejection.Issues;
            at.Value = database.Now;
            command.ExecuteNonQuery();
        }

        if (rejections.Count > 0) _audit.Append(connection, transaction, rejections[0].Source.Actor, "reject", "kept", null, $"rows={rejections.Count}");
        return 0;
    });

    /// <inheritdoc/>
    public bool Withdraw(Withdrawal withdrawal) => database.Write((connection, transaction) =>
    {
        using var find = connection.CreateCommand();
        find.Transaction = transaction;
        find.CommandText = "SELECT public_id, revision, data_key FROM record WHERE id = @id AND withdrawn_at IS NULL AND data_key IS NOT NULL";
        find.Parameters.AddWithValue("@id", withdrawal.RecordId);
        string publicId;
        int revision;
        DataKey key;
        using (var reader = find.ExecuteReader())
        {
            if (!reader.Read()) return false;
            (publicId, revision, key) = (reader.GetString(0), reader.GetInt32(1), database.Cipher.Unwrap((byte[])reader.GetValue(2)));
        }

        using var update = connection.CreateCommand();
        update.Transaction = transaction;
        update.CommandText = "UPDATE record SET withdrawn_at = @now, withdrawn_ground = @ground, withdrawn_reason = @reason WHERE id = @id";
        update.Parameters.AddWithValue("@now", database.Now);
        update.Parameters.AddWithValue("@ground", (int)withdrawal.Ground);
        update.Parameters.AddWithValue("@reason", key.Encrypt(Encoding.UTF8.GetBytes(withdrawal.Reason), RecordTable.Place(publicId, 0, "withdrawal")));
        update.Parameters.AddWithValue("@id", withdrawal.RecordId);
        update.ExecuteNonQuery();

        _recent.Clear();
        _records.Changed(connection, transaction, withdrawal.RecordId);
        _outbox.WithdrawEverywhere(connection, transaction, withdrawal.RecordId, revision);
        _audit.Append(connection, transaction, withdrawal.Actor, "withdraw", "done", withdrawal.RecordId, $"revision={revision} ground={withdrawal.Ground}");
        return true;
    });

    /// <inheritdoc/>
    public IReadOnlyList<LedgerChange> Changes(long sequence, int limit) => _recent.After(sequence, limit) ?? _reader.Changes(sequence, limit);

    /// <inheritdoc/>
    public IEnumerable<LedgerRecord> All() => _reader.All();

    /// <inheritdoc/>
    public LedgerRecord? Find(long recordId) => _reader.Find(recordId);

    /// <inheritdoc/>
    public LedgerRecord? FindByPublicId(string publicId) => _reader.FindByPublicId(publicId);

    /// <inheritdoc/>
    public IReadOnlyList<LedgerRecord> FindByDocumentNumber(string documentNumber) => _reader.FindByDocumentNumber(documentNumber);

    /// <inheritdoc/>
    public byte[]? AttachmentPiece(string attachment, int page, int part) => _pieces.Piece(attachment, page, part);

    /// <inheritdoc/>
    public void Audit(string actor, string act, string outcome, long? recordId, string detail) => database.Write((connection, transaction) =>
    {
        _audit.Append(connection, transaction, actor, act, outcome, recordId, detail);
        return 0;
    });

    /// <summary>The last entry of the audit chain, or the one with a number; null when there is none.</summary>
    public AuditHead? AuditHead(long? number = null) => _audit.Head(number);

    /// <inheritdoc/>
    public AuditVerification VerifyAudit() => _audit.Verify();

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    private Prepared Prepare(CreditRecord record)
    {
        var json = RecordJson.Write(record);
        var cipher = database.Cipher;
        return new Prepared(json, cipher.Index("key", RecordKey.Of(record)), RecordKey.ByCode(record) is { } code ? cipher.Index("code", code) : null, cipher.Index(json));
    }

    private SubmissionResult Submit(SqliteConnection connection, SqliteTransaction transaction, AuditTail tail, Submission submission, Prepared prepared, List<LedgerChange> news)
    {
        SubmissionResult result;
        long? received = null;
        var queue = submission.ReleasedForSharing;
        var match = submission.Target is { } target
            ? _records.Get(connection, transaction, target)
            : _records.Match(connection, transaction, prepared.Key, prepared.Code);
        if (match is { } stored)
        {
            if (submission is { LeavesReleased: true, Target: null } && (stored.Released || stored.Shareable))
                return new SubmissionResult(SubmissionOutcome.Unchanged, stored.Id, stored.PublicId, stored.Revision);

            // The same content that comes again with a review, or with grounds against it, is a change.
            var releases = (submission.Released && !stored.Released && (stored.Held & 1) == 0) || (submission.ReleasedForSharing && !stored.Shareable && (stored.Held & 2) == 0)
                || submission.Grounds is not null;
            var same = stored.ContentHash.AsSpan().SequenceEqual(prepared.Content);
            if (same && !releases)
                return new SubmissionResult(SubmissionOutcome.Unchanged, stored.Id, stored.PublicId, stored.Revision);
            if (!submission.AllowOlder && !same && _records.IsOlder(connection, transaction, stored, submission.Source, prepared.Content))
                return new SubmissionResult(SubmissionOutcome.KeptNewer, stored.Id, stored.PublicId, stored.Revision);
            result = _records.Revise(connection, transaction, stored, submission, prepared.Json, prepared.Key, prepared.Code, prepared.Content);
            if (!same && _attachments.Outdate(connection, transaction, stored.Id) is > 0 and var outdated)
                _audit.Append(connection, transaction, tail, submission.Source.Actor, "attachment", "outdated", stored.Id, $"attachments={outdated} revision={result.Revision}");
            queue = (queue || stored.Shareable) && !stored.Withdrawn && (stored.Held & 2) == 0;
        }
        else
        {
            result = _records.Insert(connection, transaction, submission, prepared.Json, prepared.Key, prepared.Code, prepared.Content, out var now);
            received = now;
        }

        var sequence = _records.Changed(connection, transaction, result.RecordId);
        if (received is { } at && submission.Grounds is null) news.Add(new LedgerChange(sequence, New(submission, result, DateTimeOffset.FromUnixTimeMilliseconds(at))));
        if (queue) _outbox.Upsert(connection, transaction, result.RecordId, result.Revision, result.Outcome == SubmissionOutcome.Accepted, submission.Channels);
        _audit.Append(connection, transaction, tail, submission.Source.Actor, result.Outcome == SubmissionOutcome.Accepted ? "submit" : "correct", "done", result.RecordId,
            $"revision={result.Revision} released={(submission.Released ? 1 : 0)}");
        return result;
    }

    // As it would be read back.
    private static LedgerRecord New(Submission submission, SubmissionResult result, DateTimeOffset now) => new()
    {
        Id = result.RecordId,
        PublicId = result.PublicId,
        Revision = result.Revision,
        Record = submission.Record,
        Standing = new RecordStanding { Released = submission.Released, ReleasedForSharing = submission.ReleasedForSharing, PublishedAt = submission.Released ? now : null },
        Corrected = false,
        Source = submission.Source,
        ReceivedAt = now,
    };

    private readonly record struct Prepared(byte[] Json, byte[] Key, byte[]? Code, byte[] Content);
}
