namespace CreditKit.AspNetCore;

/// <summary>The HTTP intake for approval and penalty systems, section <c>ShuangGongShi:Intake</c>. Nothing is mapped without a key.</summary>
public sealed class IntakeOptions
{
    /// <summary>The systems that may hand in records, each with its key.</summary>
    public IList<IntakeKeyOptions> Keys { get; } = [];

    /// <summary>Largest body of a call, bytes.</summary>
    /// <value>Default 4 MiB.</value>
    public long MaxBodyBytes { get; set; } = 4L << 20;

    /// <summary>Most rows of a call.</summary>
    /// <value>Default 1,000.</value>
    public int MaxRows { get; set; } = 1_000;

    /// <summary>Most calls of one system in a minute; 0: no limit.</summary>
    /// <value>Default 120.</value>
    public int CallsPerMinute { get; set; } = 120;

    /// <summary>How long the answer to an idempotency key is kept.</summary>
    /// <value>Default 7 days.</value>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromDays(7);
}
