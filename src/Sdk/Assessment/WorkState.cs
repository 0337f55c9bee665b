namespace CreditKit.Assessment;

/// <summary>Where the work on a record stands.</summary>
internal enum WorkState
{
    /// <summary>Waits for its review.</summary>
    Waiting = 1,

    /// <summary>A reviewer sent it back; whoever entered it is to mend it.</summary>
    Returned = 2,

    /// <summary>Reviewed, and not shown for a reason in law.</summary>
    Withheld = 3,

    /// <summary>Reviewed and published; its period says whether it shows today.</summary>
    Published = 4,

    /// <summary>Taken down.</summary>
    Withdrawn = 5,
}
