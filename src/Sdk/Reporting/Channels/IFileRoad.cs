namespace CreditKit.Reporting.Channels;

/// <summary>A channel over files, for entering receipts.</summary>
internal interface IFileRoad
{
    /// <summary>Its folders.</summary>
    FileRoad Road { get; }
}
