namespace CreditKit.Cases;

/// <summary>The public forms and what becomes of them.</summary>
public sealed class CaseOptions
{
    /// <summary>Whether the column has forms for objections, enquiries, personal-information requests and the state of a case. Default: false.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether the column takes applications for credit repair itself. Default: false, the guide leads to 信用中国, the national window.</summary>
    public bool RepairForm { get; set; }

    /// <summary>Whether results are published, masked, also where the region's rules do not ask for it. Default: true.</summary>
    public bool PublishResults { get; set; } = true;

    /// <summary>How many forms one address may post in ten minutes; 0: no limit. Default: 20.</summary>
    public int PostsPerTenMinutes { get; set; } = 20;

    /// <summary>Whether the limit also holds for loopback, where a proxy without forwarded headers makes all visitors one. Default: false.</summary>
    public bool LimitLoopback { get; set; }

    /// <summary>Largest paper, in bytes. Default: 10 MB.</summary>
    public int MaxAttachmentBytes { get; set; } = 10_000_000;

    /// <summary>Most papers of one case. Default: 10.</summary>
    public int MaxAttachments { get; set; } = 10;

    /// <summary>Most bytes of one filing. Default: 30 MB.</summary>
    public long MaxTotalBytes { get; set; } = 30_000_000;
}
