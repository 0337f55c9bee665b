using System.Collections.Concurrent;
using CreditKit.Calendar;
using CreditKit.Policy.Engine;
using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Policy;

/// <summary>
/// The law as data: the base chain of editions, overlays, and an agency's own files. Decides for a record and a
/// destination what is shown, from when, until when, and why. Immutable after loading and safe for use by several threads.
/// </summary>
public sealed class PolicyBook
{
    private readonly ConcurrentDictionary<PlanKey, Plan> _plans = new();
    private readonly Edition[] _chain;
    private readonly Edition[] _overlays;
    private readonly Edition[] _all;
    private readonly DateOnly[] _boundaries;
    private readonly HashSet<string> _items;
    private readonly DomainIndex _domains;
    private readonly PlanBuilder _builder;
    private readonly Decider _decider;

    private PolicyBook(PolicyOptions options, WorkdayCalendar calendar)
    {
        Options = options;
        Calendar = calendar;
        var read = PolicyReader.Read(options.DataDirectory);
        ContentHash = read.Hash;
        _domains = new DomainIndex(read.Domains);
        _all = [.. read.Editions.Select(e => new Edition(e.Data, e.FromAgency, _domains))];
        foreach (var edition in _all) PolicyCheck.Rules(edition);
        _chain = PolicyCheck.Chain(_all);
        var known = _all.Select(e => e.Data.Region).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var region in options.Regions)
            if (!known.Contains(region)) throw PolicyFault.UnknownRegion(region, known);
        _overlays = [.. _all.Where(e => e.Data.Role == EditionRole.Overlay && (e.Data.Region is null || options.Regions.Contains(e.Data.Region)))];
        _items = [.. _overlays.SelectMany(o => o.Data.Items ?? [])];
        _boundaries = [.. Boundaries().Distinct().Order()];
        _builder = new PlanBuilder(_chain, _overlays, SwitchedOff);
        Reasons = new StandingReasons(_all);
        _decider = new Decider(calendar, Reasons, new PublicLines());
        Cases = new CaseLaw(this);
    }

    /// <summary>Hash of all policy data in force and of the settings that change decisions; periods are recomputed when it changes.</summary>
    public string ContentHash => field + "-" + OptionsHash();

    /// <summary>The settings.</summary>
    public PolicyOptions Options { get; }

    /// <summary>The law of withdrawals, objections and repairs.</summary>
    public CaseLaw Cases { get; }

    internal WorkdayCalendar Calendar { get; }

    internal StandingReasons Reasons { get; }

    internal IReadOnlyList<Edition> Editions => _all;

    /// <summary>Loads the built-in editions and those of <c>&lt;dataDirectory&gt;/policy/*.json</c>, which replace or add by id.</summary>
    /// <exception cref="CreditKitException">CK1111 to CK1118: a file cannot be read, the base chain has a gap or an overlap, a rule cannot be computed; with the remedy.</exception>
    public static PolicyBook Load(PolicyOptions options, WorkdayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(calendar);
        return new PolicyBook(options, calendar);
    }

    /// <summary>Loads with default settings.</summary>
    public static PolicyBook Load(string? dataDirectory, WorkdayCalendar calendar) =>
        Load(new PolicyOptions { DataDirectory = dataDirectory }, calendar);

    /// <summary>
    /// What the law says of the record at the destination. Knows no "now": it yields the interval and the reasons;
    /// <see cref="DisclosureDecision.IsVisibleAt"/> and <see cref="DisclosureDecision.IsReportableAt"/> ask for a moment.
    /// </summary>
    public DisclosureDecision Decide(CreditRecord record, RecordStanding standing, Destination destination)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(destination);
        if (record.DecisionDate is not { } decided) return _decider.WithoutDate(record, destination, _chain[^1]);
        var item = record.ItemCode is { } code && _items.Contains(code) ? code : null;
        var key = new PlanKey(Segment(decided), record.Kind, destination, item);
        if (!_plans.TryGetValue(key, out var plan))
            plan = _plans.GetOrAdd(key, _builder.Build(decided, record.Kind, destination, item));
        var facts = RecordFacts.Of(record, decided, _domains, Options, plan.ItemBasis || standing.Consent is { Stands: true });
        return _decider.Decide(record, standing, destination, plan, facts);
    }

    /// <summary>Why a record shows or not on the own column, and whether it is reported through the channels, at a moment.</summary>
    public DisclosureExplanation Explain(CreditRecord record, RecordStanding standing, IReadOnlyList<Destination> channels, DateTimeOffset now) =>
        Explain(record, standing, channels, now, since: null);

    /// <summary>The same over a ledger whose first record came in on a day: what was due before is not measured.</summary>
    internal DisclosureExplanation Explain(CreditRecord record, RecordStanding standing, IReadOnlyList<Destination> channels, DateTimeOffset now, DateOnly? since) =>
        new Explainer(this).Explain(record, standing, channels, now, since);

    /// <summary>Why a record does not show at a moment; empty when it shows.</summary>
    public IReadOnlyList<DecisionReason> WhyHidden(DisclosureDecision decision, RecordStanding standing, DateTimeOffset now) =>
        new Explainer(this).WhyHidden(decision, standing, now);

    /// <summary>
    /// Whether a record belongs on the list of concealment risks (瞒报): its publication was due, it does not show, and no
    /// reason beyond a missing review or release explains it.
    /// </summary>
    public bool IsConcealmentRisk(DisclosureDecision decision, RecordStanding standing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.PublishBy is { } due && ChinaTime.DateOf(now) > due && !decision.IsVisibleAt(now, standing)
            && WhyHidden(decision, standing, now).All(r => r.Code is "not-reviewed" or "not-published-yet");
    }

    /// <summary>The class that the standards in force at the decision propose; null when none fits. An agency's standards come first.</summary>
    public SeverityProposal? ProposeSeverity(AdministrativePenalty penalty)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        var decided = penalty.DecisionDate ?? _chain[^1].From;
        var facts = RecordFacts.Of(penalty, decided, _domains, Options, itemBasis: false);
        foreach (var edition in _overlays.Where(o => o.InForce(decided)).OrderByDescending(o => o.Level).Concat(_chain.Reverse()))
            foreach (var (data, when) in edition.Severity)
                if (when.Holds(facts, penalty.Severity))
                    return new SeverityProposal(data.Severity, data.Text, edition.Id, data.Source ?? edition.Data.Source, data.Certainty ?? edition.Data.Certainty!.Value);
        return null;
    }

    /// <summary>The reasons for which a reviewer may keep a record from publication: code, text, source.</summary>
    public IEnumerable<(string Code, string Text, string Source)> Grounds => Reasons.Grounds;

    /// <summary>Every figure and rule of the data in force with its source and certainty; <c>creditkit doctor</c> lists those to be confirmed.</summary>
    public IEnumerable<PolicyFigure> Figures() => FigureList.Of(_all.Where(e => e.Data.Role != EditionRole.Overlay || _overlays.Contains(e)));

    /// <summary>Title and number of an edition, for pages; the id itself when it is none of the book's.</summary>
    public string TitleOf(string edition) => _all.FirstOrDefault(e => e.Id == edition)?.Basis ?? edition;

    /// <summary>The base edition in force on a day.</summary>
    internal Edition BaseOn(DateOnly day) => _chain.First(e => e.InForce(day));

    /// <summary>A block as it stands on a day: the region's, agency's … over the base chain's, highest precedence first.</summary>
    internal IEnumerable<(Edition Edition, T Block)> BlocksOn<T>(DateOnly day, Func<EditionData, T?> block) where T : class
    {
        foreach (var overlay in _overlays.Where(o => o.InForce(day)).OrderByDescending(o => o.Level).ThenBy(o => o.Id, StringComparer.Ordinal))
            if (block(overlay.Data) is { } own) yield return (overlay, own);
        for (var i = Array.FindIndex(_chain, e => e.InForce(day)); i >= 0; i--)
            if (block(_chain[i].Data) is { } standing)
            {
                yield return (_chain[i], standing);
                yield break;
            }
    }

    /// <summary>First day on which the base chain has a block.</summary>
    internal DateOnly FirstDayOf<T>(Func<EditionData, T?> block) where T : class => _chain.First(e => block(e.Data) is not null).From;

    private int Segment(DateOnly day)
    {
        var at = Array.BinarySearch(_boundaries, day);
        return at >= 0 ? at : ~at - 1;
    }

    private IEnumerable<DateOnly> Boundaries()
    {
        foreach (var edition in _chain.Concat(_overlays))
        {
            yield return edition.From;
            if (edition.To < DateOnly.MaxValue) yield return edition.To.AddDays(1);
            foreach (var exclusion in edition.Exclude ?? []) yield return exclusion.Starts;
        }
    }

    private bool SwitchedOff(string name) => name switch
    {
        "summary-procedure" => Options.ShowSummaryProcedure,
        "mitigated" => Options.ShowMitigated,
        "hide-natural-person-penalties" => !Options.HideNaturalPersonPenalties,
        _ => throw PolicyFault.Invalid("—", $"没有名为“{name}”的开关；可用：summary-procedure、mitigated、hide-natural-person-penalties"),
    };

    private string OptionsHash()
    {
        var flags = (Options.ShowSummaryProcedure ? 1 : 0) | (Options.ShowMitigated ? 2 : 0) | (Options.HideNaturalPersonPenalties ? 4 : 0)
            | (Options.SoleTradersAsNaturalPersons ? 8 : 0) | (string.IsNullOrWhiteSpace(Options.NaturalPersonLicenseBasis) ? 0 : 16);
        return string.Join('.', [flags.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Options.Regions.Order(StringComparer.Ordinal)]);
    }
}
