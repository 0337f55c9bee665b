namespace CreditKit.Publication.Sqlite;

/// <summary>A number of hits, or the bound where there are more.</summary>
internal readonly record struct SearchTotal(long Count, bool IsBound)
{
    /// <summary>Natural persons' records among them; null where they are not counted.</summary>
    public long? Persons { get; init; }

    /// <summary>Hits are counted up to here.</summary>
    public const int Bound = 1_000;

    public static SearchTotal Of(long counted) => counted > Bound ? new(Bound, true) : new(counted, false);
}
