using CreditKit.Desensitization;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Reads what changed since a token: by the place in the change feed, and, once that is caught up with, what a moment
/// alone has changed: periods that began or ended.
/// </summary>
internal static class IncrementReader
{
    /// <summary>The increment, on a session that stands in a transaction.</summary>
    public static PublicIncrement Read(ReaderSession session, string? since, int limit, long now)
    {
        var connection = session.Connection;
        var identity = connection.Number("SELECT value FROM meta WHERE name = 'identity'");
        var position = connection.Number("SELECT value FROM meta WHERE name = 'position'");
        var head = new IncrementToken(identity, position, now);
        if (since is null) return new PublicIncrement(head.ToString());
        if (IncrementToken.Parse(since) is not { } start || start.Identity != identity || start.Sequence > position || start.At > now) return new PublicIncrement(head.ToString()) { StartAgain = true };

        var keys = new List<long>();
        var gone = new List<string>();
        var upTo = Bound(connection, start.Sequence, position, limit);
        Collect(connection, "SELECT key FROM item WHERE sequence > ?1 AND sequence <= ?2 ORDER BY sequence", start.Sequence, upTo, s => keys.Add(s.Int64(0)));
        Collect(connection, "SELECT id FROM tombstone WHERE sequence > ?1 AND sequence <= ?2 ORDER BY sequence", start.Sequence, upTo, s => gone.Add(s.Text(0)));
        var more = upTo < position;
        if (!more)
        {
            Collect(connection, "SELECT key FROM item WHERE appears > ?1 AND appears <= ?2 ORDER BY appears", start.At, now, s => keys.Add(s.Int64(0)));
            Collect(connection, "SELECT key FROM item WHERE ends > ?1 AND ends <= ?2 AND ends < 2147483647 ORDER BY ends", DisclosureClock.DayOf(start.At), DisclosureClock.DayOf(now), s => keys.Add(s.Int64(0)));
            Collect(connection, "SELECT id FROM tombstone WHERE at > ?1 AND at <= ?2", start.At, now, s => gone.Add(s.Text(0)));
        }

        var today = DisclosureClock.DayOf(now);
        var records = new List<PublicRecord>(keys.Count);
        foreach (var key in keys.Distinct())
        {
            if (session.Body(key) is not { } record) continue;
            var starts = Math.Max(record.PublishedAt.ToUnixTimeMilliseconds(), DisclosureClock.StartOf(record.From.DayNumber));
            if (record.Until is { } until && until.DayNumber <= today) gone.Add(record.Id);
            else if (starts <= now && !record.NaturalPerson) records.Add(record);
        }

        return new PublicIncrement((more ? start with { Sequence = upTo } : head).ToString()) { Records = records, Gone = [.. gone.Distinct(StringComparer.Ordinal)], More = more };
    }

    // Where a stretch of about that many changes ends; a sequence number is never cut in two.
    private static long Bound(NativeConnection connection, long after, long position, int limit)
    {
        using var statement = connection.PrepareOnce("""
            SELECT sequence FROM (SELECT sequence FROM item WHERE sequence > ?1 AND sequence <= ?2 UNION ALL SELECT sequence FROM tombstone WHERE sequence > ?1 AND sequence <= ?2)
            ORDER BY sequence LIMIT 1 OFFSET ?3
            """);
        statement.Bind(1, after).Bind(2, position).Bind(3, limit - 1);
        return statement.Step() ? statement.Int64(0) : position;
    }

    private static void Collect(NativeConnection connection, string sql, long above, long upTo, Action<NativeStatement> row)
    {
        using var statement = connection.PrepareOnce(sql);
        statement.Bind(1, above).Bind(2, upTo);
        while (statement.Step()) row(statement);
    }
}
