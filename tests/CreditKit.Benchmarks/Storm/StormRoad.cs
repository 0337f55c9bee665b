using ProvincialPortal.Faults;

namespace CreditKit.Benchmarks.Storm;

/// <summary>A road of the storm: how the channel is set, and in which ways its calls fail.</summary>
/// <param name="Type">The channel's type.</param>
/// <param name="Path">Where under the portal's address it is; empty for a road without an address.</param>
/// <param name="Settings">Settings of the type.</param>
internal sealed record StormRoad(string Type, string Path, Func<ReportRig, IDictionary<string, string>> Settings)
{
    /// <summary>Column in which rows of roads without keys say their revision, so that the portal can tell what came too late.</summary>
    public const string RevisionColumn = "CK_BB";

    private const string Keys = "portal-api";

    /// <summary>(a) to (d) of the roads that answer by themselves.</summary>
    public static readonly StormRoad[] All =
    [
        new(Keys, "/", _ => new Dictionary<string, string>()),
        new("soap-xml", "/services/", _ => new Dictionary<string, string>
        {
            ["RemovePermission"] = "removePermissionXml",
            ["RemovePenalty"] = "removePenalyXml",
            ["FindPermission"] = "findPermissionXml",
            ["FindPenalty"] = "findPenalyXml",
            ["FeedbackPermission"] = "feedbackPermissionXml",
            ["FeedbackPenalty"] = "feedbackPenalyXml",
        }),
        new("city-service", "/city/", _ => new Dictionary<string, string>
        {
            ["LicenseTable"] = "XZXK",
            ["PenaltyTable"] = "XZCF",
            ["Department"] = "D01",
            ["Remove"] = "removeData",
            ["Find"] = "findData",
            ["Feedback"] = "feedbackData",
        }),
        new("exchange-table", "", rig => new Dictionary<string, string>
        {
            ["Provider"] = typeof(FaultySqliteFactory).AssemblyQualifiedName!,
            ["ConnectionString"] = $"Data Source={rig.ExchangeDatabase}",
            ["LicenseTable"] = "L_YZ_XZXK",
            ["PenaltyTable"] = "L_YZ_XZCF",
            ["StateColumn"] = "SHENG_ZT",
            ["ErrorColumn"] = "SHENG_CW",
            ["TimeColumn"] = "SHENG_SJ",
        }),
    ];

    /// <summary>The receiver knows keys: rows are found by the record's id, else by document number and counterpart.</summary>
    public bool HasKeys => Type == Keys;

    /// <summary>Everything that can go wrong there; keys that come again and are taken in silence exist only where there are keys.</summary>
    public FaultKind[] Kinds => [.. Enum.GetValues<FaultKind>().Where(k => k != FaultKind.None && (HasKeys || k != FaultKind.DuplicateTaken))];

    /// <summary>Settings of the channel as they stand in the file.</summary>
    public object Channel(ReportRig rig, int records) => new
    {
        Type,
        BaseAddress = Path.Length > 0 ? rig.Portal.Urls.First() + Path : null,
        Token = Path.Length > 0 ? ReportRig.Token : "",
        BatchSize = records >= 10_000 ? 50 : 10,
        Timeout = "00:00:01",
        ShortestWait = "00:00:00.05",
        LongestWait = "00:00:01",
        PollEvery = "00:00:01",
        Settings = Settings(rig),
        ExtraColumns = HasKeys ? [] : new Dictionary<string, string> { [RevisionColumn] = "{revision}" },
    };
}
