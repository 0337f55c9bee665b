using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Records;

namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// List entries with the persons behind them, in ledger.db: each under a data key of its own, so that nothing but ids, revisions and
/// keyed hashes can be read without it.
/// </summary>
internal sealed class ListedTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    /// <summary>Keeps an entry: a new one, a further revision, or what is there already.</summary>
    public (SubmissionOutcome Outcome, string PublicId, int Revision) Submit(ListedSubject subject, string actor)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(subject, ListedJson.Default.ListedSubject);
        var key = database.Cipher.Index("listed", string.Join('\n', subject.Authority.CreditCode ?? subject.Authority.Name, subject.List, subject.DocumentNumber, subject.CreditCode ?? subject.IdentityDocument?.Number ?? subject.Name));
        var content = database.Cipher.Index(json);
        return database.Write((connection, transaction) =>
        {
            var (outcome, publicId, revision) = (SubmissionOutcome.Accepted, PublicName.New(), 1);
            using (var find = Sql.Command(connection, transaction, "SELECT public_id, revision, content_hash, data_key FROM listed WHERE key_hash = @key AND data_key IS NOT NULL", ("@key", key)))
            using (var reader = find.ExecuteReader())
            {
                if (reader.Read())
                {
                    (publicId, revision) = (reader.GetString(0), reader.GetInt32(1));
                    if (((byte[])reader.GetValue(2)).AsSpan().SequenceEqual(content)) return (SubmissionOutcome.Unchanged, publicId, revision);
                    (outcome, revision) = (SubmissionOutcome.Corrected, revision + 1);
                }
            }

            // A former state of the entry needs no keeping: each revision has a key of its own.
            var data = database.Cipher.NewDataKey();
            Sql.Run(connection, transaction, """
                INSERT INTO listed (public_id, key_hash, revision, received_at, content_hash, payload, data_key) VALUES (@public, @key, @revision, @now, @content, @payload, @data)
                ON CONFLICT (key_hash) DO UPDATE SET revision = excluded.revision, received_at = excluded.received_at, content_hash = excluded.content_hash, payload = excluded.payload, data_key = excluded.data_key
                """, ("@public", publicId), ("@key", key), ("@revision", revision), ("@now", database.Now), ("@content", content), ("@payload", data.Encrypt(json, Place(publicId, revision))), ("@data", data.Wrap()));
            _audit.Append(connection, transaction, actor, "listed", outcome == SubmissionOutcome.Accepted ? "accepted" : "corrected", null, $"entry={publicId} revision={revision} persons={subject.Persons.Count}");
            return (outcome, publicId, revision);
        });
    }

    /// <summary>Every entry with what channels said of it, oldest first.</summary>
    public IReadOnlyList<ListedEntry> All() => database.Read(connection =>
    {
        var reports = Sql.List(connection, r => (Entry: r.GetInt64(0), Channel: r.GetString(1), Revision: r.GetInt32(2), State: (ListedState)r.GetInt32(3), Number: r.GetString(4), Words: Sql.Blob(r, 5), At: Sql.Instant(r, 6)!.Value),
            "SELECT listed_id, channel, revision, state, number, words, at FROM listed_report").ToLookup(r => r.Entry);
        return Sql.List(connection, r =>
        {
            var (id, publicId, revision, key) = (r.GetInt64(0), r.GetString(1), r.GetInt32(2), database.Cipher.Unwrap((byte[])r.GetValue(4)));
            return new ListedEntry
            {
                Id = id,
                PublicId = publicId,
                Revision = revision,
                Subject = JsonSerializer.Deserialize(key.Decrypt((byte[])r.GetValue(3), Place(publicId, revision)), ListedJson.Default.ListedSubject)!,
                Reports = reports[id].ToDictionary(x => x.Channel, x => new ListedReport(x.Revision, x.State, x.Number, x.Words is null ? "" : database.Cipher.Open(x.Words, WordsPlace(publicId, x.Channel)), x.At), StringComparer.Ordinal),
            };
        }, "SELECT id, public_id, revision, payload, data_key FROM listed WHERE data_key IS NOT NULL ORDER BY id");
    });

    /// <summary>Writes what a channel said; the word on an older revision never takes the place of that on a newer one.</summary>
    public void Say(ListedEntry entry, string channel, ListedReport report, string actor) => database.Write((connection, transaction) =>
    {
        var written = Sql.Run(connection, transaction, """
            INSERT INTO listed_report (listed_id, channel, revision, state, number, words, at) VALUES (@id, @channel, @revision, @state, @number, @words, @at)
            ON CONFLICT (listed_id, channel) DO UPDATE SET revision = excluded.revision, state = excluded.state, number = excluded.number, words = excluded.words, at = excluded.at
            WHERE excluded.revision >= revision
            """, ("@id", entry.Id), ("@channel", channel), ("@revision", report.Revision), ("@state", (int)report.State), ("@number", report.Number),
            ("@words", report.Words.Length > 0 ? database.Cipher.Seal(report.Words, WordsPlace(entry.PublicId, channel)) : null), ("@at", report.At.ToUnixTimeMilliseconds()));
        if (written > 0) _audit.Append(connection, transaction, actor, "listed", report.State == ListedState.Rejected ? "refused" : report.State == ListedState.Accepted ? "reported" : "handed-over", null, $"channel={channel} entry={entry.PublicId} revision={report.Revision} receipt={report.Number}");
        return written;
    });

    private static byte[] Place(string publicId, int revision) => Encoding.UTF8.GetBytes($"{publicId}/{revision}/listed");

    private static string WordsPlace(string publicId, string channel) => $"listed/{publicId}/{channel}";
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListedSubject))]
internal sealed partial class ListedJson : JsonSerializerContext;
