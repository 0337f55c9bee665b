namespace CreditKit.Ledger;

/// <summary>How far a list entry has come at a channel.</summary>
internal enum ListedState
{
    /// <summary>Put down in a file or table; the receiver's word comes later.</summary>
    HandedOver = 1,

    /// <summary>Taken, with a receipt.</summary>
    Accepted = 2,

    /// <summary>Refused as it is; it goes again when it changes, or on command.</summary>
    Rejected = 3,
}
