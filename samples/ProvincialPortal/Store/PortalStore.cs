using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ProvincialPortal.Contract;
using ProvincialPortal.Rules;

namespace ProvincialPortal.Store;

/// <summary>What the portal received, in SQLite: one row per record of a sender, and every key's answer.</summary>
internal sealed class PortalStore : IDisposable
{
    /// <summary>The road with keys, as it stands in the rows.</summary>
    public const string Api = "接口";

    private readonly SqliteConnection _writer;
    private readonly string _connectionString;
    private readonly string _revisionColumn;
    private readonly Lock _gate = new();
    private readonly PortalStatements _sql;
    private readonly TakingQueue _takings;

    public PortalStore(ProvincialPortalOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Database))!);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = options.Database, DefaultTimeout = 30 }.ToString();
        _writer = new SqliteConnection(_connectionString);
        _writer.Open();
        BringForward();
        _revisionColumn = options.RevisionColumn;
        _sql = new PortalStatements(_writer);
        _takings = new TakingQueue(_writer, _gate);
    }

    /// <summary>Takes a batch whole or not at all. Batches that wait at the same time share a commit, as a database's own log does. A key that was answered before gets its answer again and has no effect.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="rules">The province's rules.</param>
    /// <param name="now">The portal's clock.</param>
    /// <param name="repeats">What happens to keys that were answered before.</param>
    /// <param name="refuseAt">The first row is refused when that time comes; null: what is taken stays.</param>
    public Task<BatchAnswer> TakeAsync(ReportBatch batch, RowRules rules, DateTimeOffset now, RepeatedKeys repeats = RepeatedKeys.Answered, DateTimeOffset? refuseAt = null) =>
        _takings.Enqueue(transaction => Take(transaction, batch, rules, now, repeats, refuseAt));

    private BatchAnswer Take(SqliteTransaction transaction, ReportBatch batch, RowRules rules, DateTimeOffset now, RepeatedKeys repeats, DateTimeOffset? refuseAt)
    {
        var number = $"P{now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{_sql.NextBatch(transaction):D6}";
        var answers = new List<RowAnswer>(batch.Licenses.Count + batch.Penalties.Count + batch.Withdrawals.Count);
        foreach (var entry in batch.Licenses)
            answers.Add(Once(entry, () => Upsert(transaction, entry, ReceivedRecord.Of(entry), rules.Check(entry.Row))));
        foreach (var entry in batch.Penalties)
            answers.Add(Once(entry, () => Upsert(transaction, entry, ReceivedRecord.Of(entry), rules.Check(entry.Row))));
        foreach (var entry in batch.Withdrawals)
            answers.Add(Once(entry, () => Withdraw(transaction, entry)));
        if (refuseAt is { } later && batch.Licenses.Cast<EntryHead>().Concat(batch.Penalties).FirstOrDefault() is { } first) _sql.RefuseLater(transaction, first.RecordId, later, first.Key);
        return new BatchAnswer { Batch = number, Rows = answers };

        RowAnswer Once(EntryHead entry, Func<(string? NationalId, Refusal? Refusal)> take)
        {
            if (_sql.Answer(transaction, entry.Key) is { } known)
            {
                if (repeats == RepeatedKeys.Taken && known.Result == RowResult.Accepted)
                {
                    take();
                    _sql.Count(transaction, "taken_twice");
                }

                _sql.Count(transaction, "repeats");
                return repeats == RepeatedKeys.Refused
                    ? new RowAnswer { Key = entry.Key, Result = RowResult.Duplicate, Code = "4002", Message = "验证规则代码:4002;错误描述:重复推送.", At = now }
                    : known;
            }

            var (nationalId, refusal) = take();
            var answer = refusal is null
                ? new RowAnswer { Key = entry.Key, Result = RowResult.Accepted, NationalId = nationalId, Receipt = $"R{Guid.CreateVersion7(now):N}", Batch = number, At = now }
                : new RowAnswer { Key = entry.Key, Result = RowResult.Rejected, Code = refusal.Code, Message = refusal.Message, Batch = number, At = now };
            if (refusal is not null) _sql.Count(transaction, "rejected");
            _sql.Keep(transaction, answer);
            return answer;
        }

        (string?, Refusal?) Upsert(SqliteTransaction transaction, EntryHead entry, ReceivedRecord record, Refusal? refusal)
        {
            if (refusal is not null) return (null, refusal);
            var held = _sql.Held(transaction, entry.RecordId);
            if (held is { } newer && newer.Revision > entry.Revision)
            {
                _sql.Count(transaction, "out_of_order");
                return (newer.NationalId, null);
            }

            if (_sql.Twin(transaction, entry.RecordId, record)) return (null, new Refusal("4001", "重复报送：同一决定文书号与行政相对人已有记录"));
            var nationalId = held?.NationalId ?? NationalId(record.Kind, now);
            _sql.Upsert(transaction, entry, record, nationalId, now);
            return (nationalId, null);
        }

        (string?, Refusal?) Withdraw(SqliteTransaction transaction, WithdrawalEntry entry)
        {
            var held = _sql.Held(transaction, entry.RecordId);
            if (held is { } newer && newer.Revision > entry.Revision)
            {
                _sql.Count(transaction, "out_of_order");
                return (newer.NationalId, null);
            }

            var nationalId = held?.NationalId ?? NationalId("撤下", now);
            _sql.Withdraw(transaction, entry, nationalId, now);
            return (nationalId, null);
        }
    }

    /// <summary>Takes rows that have no key; they were checked before. Their national ids.</summary>
    public IReadOnlyList<string> Replace(string road, IReadOnlyList<KeylessRow> rows, DateTimeOffset now, DateTimeOffset? refuseAt = null) => Write(transaction =>
    {
        var ids = new List<string>(rows.Count);
        foreach (var row in rows)
        {
            if (_sql.Live(transaction, row.Id(road)) is { } live && live.Hash == row.Hash) _sql.Count(transaction, "repeats");
            var revision = Revision(transaction, road, row);
            ids.Add(_sql.Replace(transaction, road, row, NationalId(row.Kind, now), now, revision));
        }

        if (refuseAt is { } later && rows.Count > 0) _sql.RefuseLater(transaction, rows[0].Id(road), later);
        return ids;
    });

    // Such a platform has no notion of order; the stand-in counts what came too late, where the sender says which revision it is.
    private int Revision(SqliteTransaction transaction, string road, KeylessRow row)
    {
        if (_revisionColumn.Length == 0 || !int.TryParse(row.Columns.GetValueOrDefault(_revisionColumn), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return 0;
        if (_sql.Newest(transaction, row.Id(road)) is { } newest && (newest.Revision > revision || (newest.Revision == revision && !newest.Live && !_sql.WasRefused(transaction, row.Id(road))))) _sql.Count(transaction, "out_of_order");
        return revision;
    }

    /// <summary>Rows that were refused, or will be, and have not come again since.</summary>
    public IReadOnlyList<(string RecordId, string DocumentNumber, string Counterpart)> Refused() => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT record_id, document_number, counterpart FROM received WHERE late_at IS NOT NULL";
        var rows = new List<(string, string, string)>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return rows;
    });

    /// <summary>Takes rows without a key down; those that are not there are taken down already.</summary>
    public int Remove(string road, IReadOnlyList<KeylessRow> rows, DateTimeOffset now) => Write(transaction => rows.Sum(r => _sql.Remove(transaction, r.Id(road), now)));

    /// <summary>The live rows of these keys, in their order: national id and columns as JSON; null where there is none.</summary>
    public IReadOnlyList<(string NationalId, string Json)?> Find(string road, IReadOnlyList<KeylessRow> rows, DateTimeOffset now) => Write(transaction =>
    {
        _sql.SettleLate(transaction, now);
        return (IReadOnlyList<(string, string)?>)[.. rows.Select(r => _sql.Live(transaction, r.Id(road)) is { } live ? (live.NationalId, live.Json) : ((string, string)?)null)];
    });

    /// <summary>Rows that were taken and refused afterwards.</summary>
    public IReadOnlyList<LateRefusal> Late(string road, string? kind, DateTimeOffset since, DateTimeOffset now) => Write(transaction =>
    {
        _sql.SettleLate(transaction, now);
        return _sql.Late(transaction, road, kind, since, now);
    });

    /// <summary>Takes down the rows of a road that are not among these.</summary>
    public void KeepOnly(string road, string kind, IReadOnlySet<string> ids, DateTimeOffset now) => Write(transaction =>
    {
        var gone = _sql.LiveIds(transaction, road, kind).Where(id => !ids.Contains(id)).ToList();
        foreach (var id in gone) _sql.Remove(transaction, id, now);
        return gone.Count;
    });

    /// <summary>Live rows of a road and kind.</summary>
    public long Live(string road, string kind) => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM received WHERE road = @road AND kind = @kind AND live = 1";
        command.Parameters.AddWithValue("@road", road);
        command.Parameters.AddWithValue("@kind", kind);
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>Keys that took effect a second time.</summary>
    public long TakenTwice() => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM counter WHERE name = 'taken_twice'";
        return command.ExecuteScalar() as long? ?? 0;
    });

    /// <summary>Counts a refusal.</summary>
    public void CountRejected() => Write(transaction => _sql.Count(transaction, "rejected"));

    /// <summary>The answers that were given for these keys.</summary>
    public IReadOnlyList<RowAnswer> Answers(IReadOnlyList<string> keys) => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT answer FROM answer WHERE key = @key";
        var parameter = command.Parameters.AddWithValue("@key", "");
        var answers = new List<RowAnswer>();
        foreach (var key in keys)
        {
            parameter.Value = key;
            if (command.ExecuteScalar() is string json) answers.Add(JsonSerializer.Deserialize(json, RowJson.Default.RowAnswer)!);
        }

        return answers;
    });

    /// <summary>Live rows, newest first; those taken down too when asked for.</summary>
    public IReadOnlyList<ReceivedRow> Rows(bool withWithdrawn, string? documentNumber = null, string? recordId = null, int limit = int.MaxValue) =>
        Read(connection => PortalStatements.Rows(connection, withWithdrawn, documentNumber, recordId, limit));

    /// <summary>Counts.</summary>
    public PortalCounts Counts() => Read(PortalStatements.Counts);

    private void BringForward()
    {
        using var command = _writer.CreateCommand();
        command.CommandText = "SELECT group_concat(name) FROM pragma_table_info('received')";
        var known = (command.ExecuteScalar() as string ?? "").Split(',');
        var missing = known.Length > 1 ? PortalStatements.Younger.Where(c => !known.Contains(c.Name)) : [];
        command.CommandText = string.Concat(missing.Select(c => $"ALTER TABLE received ADD COLUMN {c.Name} {c.Type};")) + PortalStatements.Schema;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _writer.Dispose();
        using var pool = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pool);
    }

    private static string NationalId(string kind, DateTimeOffset now) => $"{(kind == "行政处罚" ? "CF" : kind == "行政许可" ? "XK" : "CX")}{now:yyyyMMdd}{Guid.NewGuid():N}"[..26].ToUpperInvariant();

    private T Write<T>(Func<SqliteTransaction, T> work)
    {
        lock (_gate)
        {
            using var transaction = _writer.BeginTransaction(deferred: false);
            var result = work(transaction);
            transaction.Commit();
            return result;
        }
    }

    private T Read<T>(Func<SqliteConnection, T> work)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return work(connection);
    }
}
