namespace ProvincialPortal.Contract;

/// <summary>The portal's own word on itself.</summary>
/// <param name="State"><c>ok</c>.</param>
public sealed record PortalStatus(string State);
