using ProvincialPortal.Faults;

namespace ProvincialPortal.Roads;

/// <summary>The fault of a call and what it does to the portal's clock and verdicts.</summary>
internal sealed record RoadContext(FaultKind Fault, DateTimeOffset Now, DateTimeOffset? RefuseAt)
{
    public static RoadContext Of(HttpContext context, TimeProvider time, ProvincialPortalOptions options)
    {
        var fault = context.Items[typeof(FaultKind)] as FaultKind? ?? FaultKind.None;
        var now = time.GetUtcNow() - (fault == FaultKind.ClockSkew ? TimeSpan.FromDays(2) : TimeSpan.Zero);
        return new RoadContext(fault, now, fault == FaultKind.LateRefusal ? now + options.Faults.RefuseAfter : null);
    }
}
