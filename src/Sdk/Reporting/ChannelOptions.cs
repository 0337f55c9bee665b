using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>
/// Settings of one channel, section <c>ShuangGongShi:Channels:NAME</c>. A secret belongs into the environment or another
/// protected source of the configuration, not into a file that is copied around.
/// </summary>
public sealed class ChannelOptions
{
    /// <summary>Name of the channel; the key of its section. Do not rename a channel in use: its outbox rows go by the name.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The road: <c>portal-api</c> (JSON over HTTP with keys and receipts), <c>soap-xml</c> (importPermissionXml / importPenalyXml),
    /// <c>city-service</c> (JSON in SOAP, or a form), <c>exchange-table</c> (前置库), <c>package</c> (encrypted files on a disc),
    /// <c>drop-folder</c> (XML files), or a name registered in code. Default <c>portal-api</c>.
    /// </summary>
    public string Type { get; set; } = "portal-api";

    /// <summary>What the receiver leads to: <c>credit-portal</c> (信用中国) or <c>enterprise-system</c> (国家企业信用信息公示系统); the law's exclusions differ. Default <c>credit-portal</c>.</summary>
    public string Kind { get; set; } = "credit-portal";

    /// <summary>Address of the receiver; https, or http to this machine only.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The receiver's token for this agency.</summary>
    public string Token { get; set; } = "";

    /// <summary>PEM file of the certificate authorities that the receiver's certificate must come from (a government's own, for example); empty: those of the system.</summary>
    public string TrustedCertificates { get; set; } = "";

    /// <summary>Kinds it carries: <c>license</c>, <c>penalty</c>, <c>act</c>; empty carries licences and penalties. Other acts go only where <c>act</c> is named, on a <c>package</c> or a road registered in code; entries of lists of serious dishonesty with the persons behind them only where <c>list</c> is named.</summary>
    public IList<string> Kinds { get; } = [];

    /// <summary>Counterparts it carries: <c>organization</c>, <c>sole-trader</c>, <c>natural-person</c>; empty carries all.</summary>
    public IList<string> Counterparts { get; } = [];

    /// <summary>许可类别 and 处罚类别 that it carries, as the records name them, e.g. <c>特许</c>; empty carries all.</summary>
    public IList<string> Categories { get; } = [];

    /// <summary>统一社会信用代码 of the deciding agencies it carries (牡丹江 四(二)3: which unit reports where); empty carries all.</summary>
    public IList<string> Units { get; } = [];

    /// <summary>Carries 存量数据 too. Default false.</summary>
    public bool Historic { get; set; }

    /// <summary>Carries identity document numbers. Default false: they are left out, and records of natural persons, which have nothing else to be known by, are held back.</summary>
    public bool IdentityNumbers { get; set; }

    /// <summary>Edition of the data standard that the receiver reads, e.g. <c>2019</c>; empty takes the current one.</summary>
    public string Edition { get; set; } = "";

    /// <summary>The receiver's name of a column, by the edition's code (<c>XK_FR_ZJHM</c> → <c>XK_FR_SFZH</c>); <c>-</c> leaves the column out.</summary>
    public IDictionary<string, string> Columns { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Columns that the receiver has beside the standard's, by its name: a fixed text, in which <c>{recordId}</c>, <c>{key}</c>,
    /// <c>{revision}</c>, <c>{now}</c>, <c>{purpose}</c>, <c>{contentHash}</c>, <c>{publicHash}</c>, <c>{notPublic}</c> (1 or 0) and <c>{lastDay}</c> are filled in.
    /// </summary>
    public IDictionary<string, string> ExtraColumns { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The receiver's longest text of a column in characters, by the edition's code, where it is not the edition's. A longer value waits for a person before it is sent.</summary>
    public IDictionary<string, int> Limits { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the receiver may use the data for; travels with every batch.</summary>
    public string Purpose { get; set; } = "公共信用信息归集、公示和共享";

    /// <summary>Rows of a call, 1 to 1,000. Default 100.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>Calls at a time, 1 to 64. Default 1.</summary>
    public int Calls { get; set; } = 1;

    /// <summary>How long a call may take, 0.1 s to 10 min. Default 30 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait after a first failure; it grows by 1.6 with each and is halved at random. Default 0.5 s.</summary>
    public TimeSpan ShortestWait { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Longest wait of the channel. Default 30 s. A single row that keeps failing waits up to 20 times as long.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the receiver is asked for what it decided afterwards and what it forwards. Default 5 min.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Settings of other channel types, by name.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A question and a call fit into half of it, so nobody takes up rows that are still being sent.</summary>
    internal TimeSpan Lease => Timeout * 4 + TimeSpan.FromSeconds(2);

    internal Destination Destination => new(Name, Enum.TryParse<DestinationKind>(Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : DestinationKind.CreditPortal) { Historic = Historic };

    internal bool Carries(RecordKind kind) => Kinds.Count == 0 && kind != RecordKind.Act || Kinds.Any(k => string.Equals(k, kind.ToString(), StringComparison.OrdinalIgnoreCase));

    internal bool CarriesLists => Kinds.Contains("list", StringComparer.OrdinalIgnoreCase);

    internal bool Carries(CreditRecord record) => Categories.Count == 0 || record switch
    {
        AdministrativeLicense license => license.Category is { } category && Categories.Contains(category),
        AdministrativePenalty penalty => penalty.PenaltyCategories.Any(Categories.Contains),
        AdministrativeAct act => Categories.Contains(ActKindText.Of(act.Act)),
        _ => false,
    };

    /// <summary>Whether the road has a form for the kind; the built-in ones but the package know permits and penalties only.</summary>
    internal bool HasForm(RecordKind kind) => kind != RecordKind.Act || Type.ToLowerInvariant() is not ("portal-api" or "soap-xml" or "city-service" or "exchange-table" or "drop-folder");

    internal bool Carries(CounterpartKind kind) => Counterparts.Count == 0 || Counterparts.Any(k => string.Equals(k.Replace("-", "", StringComparison.Ordinal), kind.ToString(), StringComparison.OrdinalIgnoreCase));
}
