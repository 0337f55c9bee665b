using CreditKit.Records;

namespace CreditKit.Publication.Sqlite;

/// <summary>Counts visible records by month of decision, kind and agency, in one walk over the narrow table.</summary>
internal static class StatisticsReader
{
    /// <summary>The cells, on a session that stands in a transaction.</summary>
    public static List<StatisticCell> Read(ReaderSession session, Frame frame, long now)
    {
        var counts = new Dictionary<(DateOnly? Month, RecordKind Kind, string Authority), long>();
        using var statement = session.Connection.PrepareOnce($"SELECT key >> {PublicSchema.ArrivalBits}, combo, COUNT(*) FROM item WHERE appears <= ?1 AND ends > ?2 GROUP BY 1, 2");
        statement.Bind(1, now).Bind(2, DisclosureClock.DayOf(now));
        while (statement.Step())
        {
            if (frame[statement.Int32(1)] is not { } combo) continue;
            var day = statement.Int32(0);
            DateOnly? month = day == 0 ? null : DateOnly.FromDayNumber(day) is var date ? new DateOnly(date.Year, date.Month, 1) : null;
            var key = (month, combo.Kind, combo.Authority);
            counts[key] = counts.GetValueOrDefault(key) + statement.Int64(2);
        }

        return [.. counts.OrderByDescending(c => c.Key.Month).ThenBy(c => c.Key.Kind).ThenBy(c => c.Key.Authority, StringComparer.Ordinal).Select(c => new StatisticCell(c.Key.Month, c.Key.Kind, c.Key.Authority, c.Value))];
    }
}
