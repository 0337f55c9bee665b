namespace ProvincialPortal.Faults;

/// <summary>
/// Which calls fail, and how: by the header <c>X-Portal-Fault</c> of a single call, or by share. Only the calls of the
/// contract fail, never the portal's own pages.
/// </summary>
public sealed class FaultOptions
{
    /// <summary>Whether the header is obeyed. Default true: this is a stand-in.</summary>
    public bool Header { get; set; } = true;

    /// <summary>Share of the calls that fail, 0 to 1. Default 0.</summary>
    public double Rate { get; set; }

    /// <summary>Kinds to choose from; empty means all.</summary>
    public IList<FaultKind> Kinds { get; } = [];

    /// <summary>Seed of the choice. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How long a call that never answers is held. Default 2 minutes.</summary>
    public TimeSpan Hold { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What 429 asks to wait. Default 1 second.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after it was taken a row is refused that <see cref="FaultKind.LateRefusal"/> hit. Default 1 hour.</summary>
    public TimeSpan RefuseAfter { get; set; } = TimeSpan.FromHours(1);
}
