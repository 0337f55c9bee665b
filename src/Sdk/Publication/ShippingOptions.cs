namespace CreditKit.Publication;

/// <summary>Snapshots of public.db for a column on another machine. There a withdrawal takes effect with the next snapshot: the interval is how long it may take.</summary>
public sealed class ShippingOptions
{
    /// <summary>File that the site writes the snapshots to, e.g. on a share that the other machine reads. Null: the site writes none; <c>creditkit ship</c> may be run by a scheduler.</summary>
    /// <value>Default null.</value>
    public string? File { get; set; }

    /// <summary>How often; what changed nothing is not written again before a day has passed.</summary>
    /// <value>Default five minutes; at least ten seconds.</value>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(5);
}
