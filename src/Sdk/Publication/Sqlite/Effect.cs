namespace CreditKit.Publication.Sqlite;

/// <summary>What a transaction does to what readers see; the larger includes the smaller.</summary>
internal enum Effect
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There is more.</summary>
    Adds = 1,

    /// <summary>Something that was shown is shown otherwise.</summary>
    Changes = 2,

    /// <summary>Something that was shown is shown no more, or a caller waits until readers see it: readers are told at once.</summary>
    Removes = 3,
}
