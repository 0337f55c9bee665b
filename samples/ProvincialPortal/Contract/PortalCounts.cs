namespace ProvincialPortal.Contract;

/// <summary>What the portal holds, in numbers.</summary>
/// <param name="Licenses">Live licences.</param>
/// <param name="Penalties">Live penalties.</param>
/// <param name="NotPublic">Live rows marked 不公示.</param>
/// <param name="Withdrawn">Rows taken down.</param>
/// <param name="Rejected">Refusals given.</param>
/// <param name="Repeats">Keys that came again and had no second effect.</param>
/// <param name="OutOfOrder">Revisions that came after a newer one and had no effect.</param>
public sealed record PortalCounts(int Licenses, int Penalties, int NotPublic, int Withdrawn, int Rejected, int Repeats, int OutOfOrder);
