namespace CreditKit.Ledger.Attachments;

/// <summary>Where an attachment stands. Only a released one can be public, and only together with its record.</summary>
public enum AttachmentState
{
    /// <summary>Still being received or cleared; what is left of a broken one is removed within a day.</summary>
    Incoming = 0,

    /// <summary>The cleared copy waits for a reviewer.</summary>
    Waiting = 1,

    /// <summary>The cleared copy may be public.</summary>
    Released = 2,

    /// <summary>A reviewer keeps it back.</summary>
    Refused = 3,

    /// <summary>It was released, and its record was corrected since: taken down until a reviewer releases it again.</summary>
    Outdated = 4,

    /// <summary>Another one was released in its place.</summary>
    Replaced = 5,

    /// <summary>Taken down for good.</summary>
    Removed = 6,
}
