using ProvincialPortal.Faults;

namespace ProvincialPortal;

/// <summary>
/// Settings of the stand-in. Standing alone it reads them from the command line (<c>--Port 5081</c>) and from the
/// environment (<c>PORTAL_Token</c>); a host passes them in code.
/// </summary>
public sealed class ProvincialPortalOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one. Default 5081.</summary>
    public int Port { get; set; } = 5081;

    /// <summary>The bearer token that senders must show. Without one the portal makes a random one that nobody knows.</summary>
    public string Token { get; set; } = "";

    /// <summary>The SQLite file with what was received; its folder is made. Default <c>App_Data/portal/portal.db</c>.</summary>
    public string Database { get; set; } = Path.Combine("App_Data", "portal", "portal.db");

    /// <summary>Rows a batch may hold; a larger one is refused with 413. Default 500.</summary>
    public int MaximumBatch { get; set; } = 500;

    /// <summary>SQLite file with the exchange tables of an agency (前置库), fetched from; empty: none.</summary>
    public string ExchangeDatabase { get; set; } = "";

    /// <summary>Folder with XML files of an agency, fetched from; empty: none.</summary>
    public string DropFolder { get; set; } = "";

    /// <summary>Column in which senders on roads without keys say which revision a row is; with it, rows that come after a newer one are counted. Empty: none.</summary>
    public string RevisionColumn { get; set; } = "";

    /// <summary>How often tables and folder are fetched from. Default 5 seconds.</summary>
    public TimeSpan FetchEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Credit codes that the portal's base of subjects does not know: their rows get rule 1001.</summary>
    public IList<string> UnknownSubjects { get; } = [];

    /// <summary>Failures on request.</summary>
    public FaultOptions Faults { get; } = new();
}
