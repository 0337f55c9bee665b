namespace CreditKit.Ledger.Custody;

/// <summary>How long each kind of data is kept. What the law fixes is a lower bound: confirm the others with the agency's archive rules.</summary>
public sealed class RetentionOptions
{
    /// <summary>Entries of the access register, in months.</summary>
    /// <value>Default 60: five years (深圳 query logs; 个人信息保护法 56 asks for three).</value>
    public int AccessMonths { get; set; } = 60;

    /// <summary>Private files of closed cases, in months after their end; the published result and the audit chain stay.</summary>
    /// <value>Default 36 (个人信息保护法 19: the shortest time that is needed; 56: three years).</value>
    public int CaseMonths { get; set; } = 36;

    /// <summary>Rejected rows, in months.</summary>
    /// <value>Default 12.</value>
    public int RejectedMonths { get; set; } = 12;

    /// <summary>Folder in which the host keeps its logs, so that <c>creditkit doctor</c> and the health check can see how far back they reach. Null: not looked at.</summary>
    /// <value>Default null.</value>
    public string? LogDirectory { get; set; }

    /// <summary>How long the host keeps its logs, in months; less than 6 is reported as a fault (网络安全法: 留存网络日志不少于六个月).</summary>
    /// <value>Default 6.</value>
    public int LogMonths { get; set; } = 6;

    /// <summary>Attachments that were refused, replaced or taken down, originals and copies, in months.</summary>
    /// <value>Default 12.</value>
    public int AttachmentMonths { get; set; } = 12;
}
