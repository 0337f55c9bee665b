namespace ProvincialPortal.Store;

/// <summary>What happens to a key that was answered before.</summary>
internal enum RepeatedKeys
{
    /// <summary>It gets its answer again and has no effect.</summary>
    Answered,

    /// <summary>It is refused as a duplicate.</summary>
    Refused,

    /// <summary>It is taken again, silently.</summary>
    Taken,
}
