namespace CreditKit.Review.Attachments;

/// <summary>Bounds of the papers that are added to records.</summary>
public sealed class AttachmentOptions
{
    /// <summary>Largest original, in bytes.</summary>
    /// <value>Default 52,428,800 (50 MiB); pictures are bounded at 32 MiB besides, a PDF at 200 pages.</value>
    public long MaxBytes { get; set; } = 50 << 20;

    /// <summary>Most attachments of one record that wait or are released.</summary>
    /// <value>Default 20.</value>
    public int MaxPerRecord { get; set; } = 20;
}
