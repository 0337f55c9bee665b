using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>How the channels are doing: shared by every process, so that the cadence does not depend on their number.</summary>
internal sealed class ChannelTable(LedgerDatabase database)
{
    private Statement? _get;
    private Statement? _hold;
    private Statement? _answered;
    private Statement? _failed;
    private Statement? _pause;

    /// <summary>A channel's row; a channel that was never called has the default.</summary>
    public readonly record struct Row(int Failures, long NextCallAt, bool Paused, long? AnsweredAt);

    public Row Get(SqliteConnection connection, SqliteTransaction transaction, string name)
    {
        _get ??= new(connection, "SELECT failures, next_call_at, paused, answered_at FROM channel WHERE name = @name", "@name");
        using var reader = _get.With(transaction, name).Query();
        return reader.Read() ? new Row(reader.GetInt32(0), reader.GetInt64(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetInt64(3)) : default;
    }

    public void Hold(SqliteConnection connection, SqliteTransaction transaction, string name, long until)
    {
        _hold ??= new(connection, "UPDATE channel SET next_call_at = @until WHERE name = @name", "@until", "@name");
        _hold.With(transaction, until, name).Run();
    }

    public void Answered(SqliteConnection connection, SqliteTransaction transaction, string name, long now)
    {
        _answered ??= new(connection, """
            INSERT INTO channel (name, answered_at) VALUES (@name, @now)
            ON CONFLICT (name) DO UPDATE SET failures = 0, next_call_at = 0, answered_at = excluded.answered_at
            """, "@name", "@now");
        _answered.With(transaction, name, now).Run();
    }

    public void Failed(SqliteConnection connection, SqliteTransaction transaction, string name, string fault, long now, long until)
    {
        _failed ??= new(connection, """
            INSERT INTO channel (name, failures, failed_at, fault, next_call_at) VALUES (@name, 1, @now, @fault, @until)
            ON CONFLICT (name) DO UPDATE SET failures = failures + 1, failed_at = excluded.failed_at, fault = excluded.fault, next_call_at = excluded.next_call_at
            """, "@name", "@now", "@fault", "@until");
        _failed.With(transaction, name, now, fault, until).Run();
    }

    public void Pause(SqliteConnection connection, SqliteTransaction transaction, string name, bool paused)
    {
        _pause ??= new(connection, "INSERT INTO channel (name, paused) VALUES (@name, @paused) ON CONFLICT (name) DO UPDATE SET paused = excluded.paused", "@name", "@paused");
        _pause.With(transaction, name, paused).Run();
    }

    /// <summary>The same for people; on a reading connection.</summary>
    public ChannelStanding Standing(string name) => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT failures, next_call_at, paused, answered_at, failed_at, fault FROM channel WHERE name = @name";
        command.Parameters.AddWithValue("@name", name);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new ChannelStanding(name, reader.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), reader.GetBoolean(2), Instant(reader, 3), Instant(reader, 4), reader.IsDBNull(5) ? null : reader.GetString(5))
            : new ChannelStanding(name, 0, DateTimeOffset.UnixEpoch, Paused: false, null, null, null);
    });

    private static DateTimeOffset? Instant(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
