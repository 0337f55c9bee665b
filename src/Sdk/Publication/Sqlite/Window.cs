namespace CreditKit.Publication.Sqlite;

/// <summary>A stretch of keys, both ends exclusive, and the direction it is walked in, at a moment.</summary>
internal readonly record struct Window(long Above, long Below, bool Newest, long Now, int Today)
{
    /// <summary>The stretch that the dates of a filter leave.</summary>
    public static Window Of(PublicFilter filter, long now) => new(
        filter.DecidedFrom is { } from ? ((long)from.DayNumber << PublicSchema.ArrivalBits) - 1 : -1,
        filter.DecidedTo is { } to ? (to.DayNumber + 1L) << PublicSchema.ArrivalBits : long.MaxValue,
        Newest: true, now, DisclosureClock.DayOf(now));

    /// <summary>What is left of it from a cursor on.</summary>
    public Window From(Cursor? cursor) => cursor switch
    {
        { Backwards: false } => this with { Below = Math.Min(Below, cursor.Value.Key) },
        { Backwards: true } => this with { Above = Math.Max(Above, cursor.Value.Key), Newest = false },
        _ => this,
    };

    /// <summary>Binds the stretch and the moment as the first four parameters.</summary>
    public NativeStatement Bind(NativeStatement statement) => statement.Bind(1, Above).Bind(2, Below).Bind(3, Now).Bind(4, Today);
}
