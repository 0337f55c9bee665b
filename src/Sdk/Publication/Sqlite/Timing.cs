namespace CreditKit.Publication.Sqlite;

/// <summary>Whether a record was published by its statutory deadline.</summary>
internal enum Timing
{
    /// <summary>No deadline applies.</summary>
    None = 0,

    /// <summary>In time.</summary>
    OnTime = 1,

    /// <summary>Late.</summary>
    Late = 2,
}
