namespace CreditKit.Publication.Sqlite;

/// <summary>A row of the narrow table that passed the filter.</summary>
internal readonly record struct Hit(long Key, int Combo, int Ends, long Published)
{
    /// <summary>Reads key, combination, end and publication from the first columns.</summary>
    public static Hit Read(NativeStatement statement) => new(statement.Int64(0), statement.Int32(1), statement.Int32(2), statement.Int64(3));
}
