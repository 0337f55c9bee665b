using CreditKit.Calendar;
using CreditKit.Cases;
using CreditKit.Catalog;
using CreditKit.Intake.Readers;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit;

/// <summary>
/// Settings that site and tool share. Bound from section <c>ShuangGongShi</c>: first <c>shuanggongshi.json</c> in the
/// data folder, then the host's configuration, then code.
/// </summary>
public class CreditKitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ShuangGongShi";

    /// <summary>Folder of ledger.db, public.db, the key file and the agency's own law, standard and masking files. Default <c>App_Data/shuanggongshi</c>; a local disk, not a network share.</summary>
    public string DataDirectory { get; set; } = Path.Combine("App_Data", "shuanggongshi");

    /// <summary>File of the ledger's keys. Default <c>keys/ledger.key</c> in the data folder. Back it up apart from the ledger.</summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// A cryptographic module in place of the built-in AES-256-GCM under <see cref="KeyFile"/>: SM4, an HSM. Set in code;
    /// default null. A ledger opens only under the scheme it was made with.
    /// </summary>
    public Ledger.IFieldProtector? FieldProtector { get; set; }

    /// <summary>The agency that runs the column.</summary>
    public AgencyOptions Agency { get; set; } = new();

    /// <summary>Agencies whose records are accepted; empty accepts any.</summary>
    public IList<AuthorityOptions> Authorities { get; } = [];

    /// <summary>
    /// Publishes records that nobody reviewed. Default false. 保守国家秘密法 35 asks for review before publication,
    /// item by item; switching this on is written to the log at every start and shown by <c>creditkit doctor</c>.
    /// </summary>
    public bool PublishWithoutReview { get; set; }

    /// <summary>救济渠道 shown where a record has none of its own. Default: 行政复议法 20 (60 days), 行政诉讼法 46 (six months).</summary>
    public string DefaultRemedy { get; set; } = "如不服本决定，可自收到决定书之日起六十日内依法申请行政复议，或者六个月内依法向人民法院提起行政诉讼。";

    /// <summary>
    /// Kinds of the other administrative acts that are taken in and shown (鲁信用办〔2019〕8号（六）): <c>enforcement</c>,
    /// <c>confirmation</c>, <c>collection</c>, <c>payment</c>, <c>adjudication</c>, <c>compensation</c>, <c>award</c>,
    /// <c>inspection</c>, or their Chinese names. Default empty: permits and penalties only. A name that is none stops the start (CK1004).
    /// </summary>
    public IList<string> Acts { get; } = [];

    internal IReadOnlyList<ActKind> AcceptedActs => [.. Acts.Select(ActOf).Distinct()];

    /// <summary>The kinds of record that this column has.</summary>
    internal IReadOnlyList<RecordKind> Kinds => Acts.Count > 0 ? RecordKindText.All : [RecordKind.License, RecordKind.Penalty];

    /// <summary>The agency's settings about the law: regions whose overlays apply, switches. The editions are data in <c>policy/*.json</c> of the data folder.</summary>
    public PolicyOptions Policy { get; set; } = new();

    /// <summary>The settings about the law together with the data folder, for <see cref="PolicyBook.Load(PolicyOptions, Calendar.WorkdayCalendar)"/>.</summary>
    internal PolicyOptions EffectivePolicy => Policy.DataDirectory is null ? Policy with { DataDirectory = DataDirectory } : Policy;

    /// <summary>The public forms: objection, enquiry, personal information, state of a case, repair.</summary>
    public CaseOptions Cases { get; } = new();

    /// <summary>The staff side: who may do what, and the approvals a record passes.</summary>
    public StaffOptions Staff { get; } = new();

    /// <summary>Snapshots for a column on another machine; for such a column itself, how old its snapshot may be.</summary>
    public Publication.ShippingOptions Shipping { get; set; } = new();

    /// <summary>Bounds of papers that are added to records.</summary>
    public Review.Attachments.AttachmentOptions Attachments { get; set; } = new();

    /// <summary>How long each kind of data is kept.</summary>
    public Ledger.Custody.RetentionOptions Retention { get; set; } = new();

    /// <summary>How records are checked.</summary>
    public ValidationOptions Validation { get; set; } = new();

    /// <summary>Databases of approval and penalty systems, by name; read by <c>creditkit pull</c>, and by the site where <see cref="DatabaseSourceOptions.Every"/> is set.</summary>
    public Dictionary<string, DatabaseSourceOptions> Sources { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where records are reported to, by channel name, e.g. <c>province</c>. None: records are only shown.</summary>
    public Dictionary<string, ChannelOptions> Channels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When somebody is told that reporting needs care, and where.</summary>
    public AlarmOptions Alarms { get; } = new();

    /// <summary>The key file in force.</summary>
    internal string KeyPath => KeyFile ?? Path.Combine(DataDirectory, "keys", "ledger.key");

    internal string LedgerPath => Path.Combine(DataDirectory, "ledger.db");

    internal string PublicPath => Path.Combine(DataDirectory, "public.db");

    internal IReadOnlyList<Authority> AcceptedAuthorities => [.. Authorities.Select(a => new Authority(a.Name, a.CreditCode))];

    internal FileImportOptions ToReading(TimeProvider time, ValidationSettings? validation = null) => new()
    {
        Settings = validation ?? ToValidation(time, items: ReadCatalogue(time)),
        Editions = StandardEditions.Load(Path.Combine(DataDirectory, "standards")),
        Time = time,
    };

    internal ValidationSettings ToValidation(TimeProvider time, WorkdayCalendar? calendar = null, PolicyBook? policy = null, Func<ItemCatalog>? items = null)
    {
        calendar ??= WorkdayCalendar.Load(DataDirectory);
        var law = policy is null ? new Lazy<PolicyBook>(() => PolicyBook.Load(EffectivePolicy, calendar)) : new Lazy<PolicyBook>(policy);
        return ToValidation(new DisclosureForecaster(law, calendar, time), items);
    }

    /// <summary>A catalogued item is a condition of publication: the rule <c>item-missing</c> blocks.</summary>
    internal bool BlocksOutsideCatalogue => Validation.Rules.TryGetValue("item-missing", out var rule) && rule is { Enabled: true, Publish: RuleWeight.Block };

    private static ActKind ActOf(string name)
    {
        foreach (var kind in Enum.GetValues<ActKind>())
            if (kind != ActKind.None && (string.Equals(kind.ToString(), name.Trim(), StringComparison.OrdinalIgnoreCase) || ActKindText.Of(kind) == name.Trim())) return kind;
        throw new CreditKitException("CK1004", $"配置 ShuangGongShi:Acts 中的“{name}”不是行政行为的类别。", $"可用的是 {string.Join("、", Enum.GetValues<ActKind>().Skip(1).Select(k => $"{k.ToString().ToLowerInvariant()}（{ActKindText.Of(k)}）"))}。");
    }

    // Checking a file writes nothing: a ledger that is not there is not made for it.
    private Func<ItemCatalog>? ReadCatalogue(TimeProvider time)
    {
        if (!File.Exists(LedgerPath)) return null;
        using var database = new LedgerDatabase(LedgerPath, KeyPath, time);
        using var table = new CatalogTable(database);
        var catalogue = new ItemCatalog(table.Load());
        return () => catalogue;
    }

    private ValidationSettings ToValidation(DisclosureForecaster forecaster, Func<ItemCatalog>? items) => new()
    {
        AcceptedAuthorities = AcceptedAuthorities,
        Acts = AcceptedActs,
        Agency = Agency.Name.Length > 0 && Agency.CreditCode.Length > 0 ? new Authority(Agency.Name, Agency.CreditCode) : null,
        Rules = Validation.Rules.AsReadOnly(),
        Subjects = Validation.SubjectList is { } list ? SubjectRegistry.Load(Path.Combine(DataDirectory, list)) : null,
        DefaultRemedyChannel = DefaultRemedy,
        FunctionsSince = Validation.FunctionsSince,
        Forecast = forecaster.Of,
        Items = items,
        Display = Validation.DisplaySet is { } set ? DisplaySet.Load(set, Path.Combine(DataDirectory, "standards", "display")) : null,
    };
}
