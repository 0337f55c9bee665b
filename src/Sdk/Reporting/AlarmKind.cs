namespace CreditKit.Reporting;

/// <summary>What a person should know about a channel.</summary>
internal enum AlarmKind
{
    /// <summary>Reporting of a record is due within two working days.</summary>
    DueSoon = 1,

    /// <summary>The last day for reporting a record has passed (迟报).</summary>
    Overdue = 2,

    /// <summary>A refusal that nobody has mended for days.</summary>
    Rejected = 3,

    /// <summary>Sent hours ago, and still without a receipt.</summary>
    NoReceipt = 4,

    /// <summary>The channel has not answered for a while.</summary>
    ChannelDown = 5,

    /// <summary>Nobody knows whether a row arrived, and the receiver cannot be asked.</summary>
    ForAPerson = 6,
}
