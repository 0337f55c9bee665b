using CreditKit.Assessment;
using CreditKit.Assessment.Sqlite;
using CreditKit.Calendar;
using CreditKit.Cases;
using CreditKit.Catalog;
using CreditKit.Desensitization;
using CreditKit.Intake;
using CreditKit.Intake.Items;
using CreditKit.Intake.Rows;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Review;
using CreditKit.Review.Approvals;
using CreditKit.Review.Attachments;
using CreditKit.Standards;
using CreditKit.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditKit;

/// <summary>The whole road over one data folder: what the site, the command line and the tests open.</summary>
internal sealed class CreditKitEngine : IDisposable
{
    private readonly SqlitePublicStore _store;
    private readonly SqlitePublicQuery _query;
    private readonly Lazy<WorkIndex> _work;
    private readonly CatalogTable _catalogue;
    private readonly ItemGate _items;
    private readonly ProjectionRules _rules;
    private readonly ValidationSettings _validation;
    private readonly Func<Authority?, FileIntake> _enteredFiles;

    private CreditKitEngine(CreditKitOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        BuiltInData.ReadAhead();
        Options = options;
        Time = time;
        Calendar = WorkdayCalendar.Load(options.DataDirectory);
        Policy = PolicyBook.Load(options.EffectivePolicy, Calendar);
        Desensitizer = Desensitizer.Load(options.DataDirectory, new DesensitizerOptions { RemedyText = options.DefaultRemedy });

        Ledger = new SqliteLedger(new LedgerDatabase(options.LedgerPath, options.KeyPath, time, options.FieldProtector));
        _catalogue = new CatalogTable(Ledger.Database);
        Catalogue = new CatalogBook(_catalogue);
        _items = new ItemGate(() => Catalogue.Current, options.BlocksOutsideCatalogue);
        var validation = _validation = options.ToValidation(time, Calendar, Policy, () => Catalogue.Current);
        Validator = new RecordValidator(settings: validation, time: time);
        _store = new SqlitePublicStore(options.PublicPath, time);
        var denied = new DenyList();
        Query = _query = new SqlitePublicQuery(options.PublicPath, time, denied);
        _rules = WithItems(ProjectionRules.Of(Policy, Desensitizer));
        Projector = new Projector(Ledger, _store, _rules, time, denied, new CatalogueProjector(Catalogue));

        Channels = [.. options.Channels.Select(c => Named(c.Key, c.Value))];
        Router = new ReportRouter(Channels, DecideForChannel);
        var maker = new SubmissionMaker(new ReleaseGate(options.PublishWithoutReview, time), Router);
        Intake = new RecordIntake(Ledger, Validator, maker, Projector);
        Exclusions = new ExclusionDesk(Ledger, maker, Validator, Policy, Projector);
        var reading = options.ToReading(time, validation);
        Files = new FileIntake(Ledger, maker, Projector, reading);
        Rows = new RowIntake(Ledger, maker, Projector, reading);
        Pulls = new DatabaseIntake(Files, new WatermarkTable(Ledger.Database), options.Sources, reading, options.DataDirectory);

        Listed = new ListedTable(Ledger.Database);
        Catalogues = new CatalogueIntake(time, SaveCatalogue);
        Lists = new ListIntake(Listed, options.AcceptedAuthorities, time);

        // What people enter waits for the review, whatever its columns say.
        var entered = new SubmissionMaker(new ReleaseGate(options.PublishWithoutReview, time, trustsRows: false), Router, leavesReleased: true);
        Entered = new RecordIntake(Ledger, Validator, entered, Projector);
        _enteredFiles = unit => new FileIntake(Ledger, entered, Projector, unit is null ? reading : reading with { Settings = reading.Settings with { AcceptedAuthorities = [unit] } });
        Cases = new CaseOffice(Ledger.Database, Ledger, Intake, Policy, options.Cases, options.Agency.Name, options.DataDirectory,
            text => Desensitizer.MaskText(text).Text, id => Query.Find(id).Record?.CounterpartName, Projector.ProjectNow);
        Access = new AccessRegister(Ledger);
        AuditWatch = new AuditWatch(Ledger);
        Shipper = new Shipper(options.Shipping, options.PublicPath, Query, Ledger, time);
        Reviews = new ReviewDesk(Ledger, Access, new ReviewServices(Desensitizer, _rules.Decide, (record, standing) => Router.Carriers(record.Record.Value, standing, MayReport(record)), Projector.ProjectNow, time));
        Attachments = new AttachmentDesk(Ledger, Access, Desensitizer, options.Attachments, ShowNow);
        Approvals = new ApprovalDesk(new ApprovalTable(Ledger.Database), options.Staff.ReviewSteps, Release);
        _work = new Lazy<WorkIndex>(() => new WorkIndex(Path.Combine(options.DataDirectory, "work.db"), Ledger, new WorkReading(_rules, Validator, Router, Approvals)));
        Loggers = loggers;
    }

    public CreditKitOptions Options { get; }

    public TimeProvider Time { get; }

    public WorkdayCalendar Calendar { get; }

    public PolicyBook Policy { get; }

    public Desensitizer Desensitizer { get; }

    /// <summary>The item catalogue (事项目录) as it is now.</summary>
    public CatalogBook Catalogue { get; }

    public RecordValidator Validator { get; }

    public SqliteLedger Ledger { get; }

    public Projector Projector { get; }

    public IPublicQuery Query { get; }

    public IReadOnlyList<ChannelOptions> Channels { get; }

    public ReportRouter Router { get; }

    public RecordIntake Intake { get; }

    public FileIntake Files { get; }

    /// <summary>Rows that other systems hand in.</summary>
    public RowIntake Rows { get; }

    /// <summary>The way in for editions of the item catalogue.</summary>
    public CatalogueIntake Catalogues { get; }

    /// <summary>Entries of lists of serious dishonesty that are reported upward.</summary>
    public ListIntake Lists { get; }

    /// <summary>The same as they are kept.</summary>
    public ListedTable Listed { get; }

    /// <summary>Database sources.</summary>
    public DatabaseIntake Pulls { get; }

    /// <summary>The way in for what staff type: it waits for the review.</summary>
    public RecordIntake Entered { get; }

    /// <summary>The way in for files that staff upload: they wait for the review.</summary>
    /// <param name="unit">Only decisions of this unit; null: of any that the settings accept.</param>
    public FileIntake EnteredFiles(Authority? unit) => _enteredFiles(unit);

    /// <summary>Grounds that keep a record from the public, and list entries that govern its end.</summary>
    public ExclusionDesk Exclusions { get; }

    /// <summary>Day of the ledger's first record; null while it is empty. Deadlines before it are not measured.</summary>
    internal DateOnly? Since => Ledger.Since is { } first ? ChinaTime.DateOf(first) : null;

    /// <summary>瞒报风险: decided but not public, while nothing recorded says why; overdue first.</summary>
    public IReadOnlyList<ConcealmentRisk> ConcealmentRisks() => [.. ConcealmentRisk.Of(Ledger.All().Select(WithItem), Policy, Time.GetUtcNow(), Since).Select(Named)];

    /// <summary>Objections, repair, withdrawals on notice, platform cases.</summary>
    public CaseOffice Cases { get; }

    /// <summary>The only way to a record unmasked.</summary>
    public AccessRegister Access { get; }

    /// <summary>The scheduled check of the audit chain.</summary>
    public AuditWatch AuditWatch { get; }

    /// <summary>Snapshots on a schedule.</summary>
    public Shipper Shipper { get; }

    /// <summary>When an act last stood in the audit chain, with its outcome, whichever process did it; null when it never did.</summary>
    public (DateTimeOffset At, string Outcome)? LastAct(string act, string actor = "") =>
        new AuditReader(Ledger.Database).List(actor, act, null, null, 1) is [var entry] ? (entry.At, entry.Outcome) : null;

    /// <summary>Review before release.</summary>
    public ReviewDesk Reviews { get; }

    /// <summary>Papers of records, from the original to the public copy.</summary>
    public AttachmentDesk Attachments { get; }

    /// <summary>The way from entry to publication.</summary>
    public ApprovalDesk Approvals { get; }

    /// <summary>The ledger as work, up to date with it; made when it is first asked for.</summary>
    public WorkIndex Work
    {
        get
        {
            _work.Value.CatchUp();
            return _work.Value;
        }
    }

    /// <summary>The assessor's figures.</summary>
    public Assessor Assessor => new(Work, Options.LedgerPath, Calendar, Time);

    /// <summary>Cases counted and paged.</summary>
    public CaseWork CaseWork => new(Work, Options.LedgerPath);

    public ILoggerFactory Loggers { get; }

    /// <summary>Opens a data folder; makes ledger, keys and folder when they do not exist.</summary>
    /// <exception cref="CreditKitException">Something is not right; with the code and the remedy.</exception>
    public static CreditKitEngine Open(CreditKitOptions options, TimeProvider time, ILoggerFactory? loggers = null) =>
        new(options, time, loggers ?? NullLoggerFactory.Instance);

    /// <summary>Records by public id or document number, narrowed by name or code of the counterpart.</summary>
    public IReadOnlyList<LedgerRecord> Find(string idOrDocumentNumber, string? counterpart = null) =>
        [.. (Ledger.FindByPublicId(idOrDocumentNumber) is { } record ? [record] : Ledger.FindByDocumentNumber(idOrDocumentNumber)).Where(r => counterpart is null
            || r.Record.Value.Counterpart.Name == counterpart
            || r.Record.Value.Counterpart.UnifiedSocialCreditCode == counterpart)];

    /// <summary>Why a record shows or not, and what each channel does with it, now.</summary>
    public RecordExplanation Explain(LedgerRecord record)
    {
        var content = record.Record.Value;
        var law = Policy.Explain(_items.Complete(content), _items.Judge(content, record.Standing), [], Time.GetUtcNow(), Since);
        var timeline = new SqliteOutbox(Ledger.Database).Timeline(record.Id);
        var routes = Router.Route(content, record.Standing, MayReport(record));

        // A channel holds back for reasons of its own beside the law's: its decision is the one that counts.
        var channels = routes.Select(route => ChannelExplanation.Of(route.Channel, route.Decision, timeline.Where(t => t.Entry.Channel == route.Channel))).ToList();
        var reasons = routes.SelectMany(route => route.Decision.Reasons.Select(r => new ExplainedReason(route.Channel, r.Code, r.Text, r.Edition, r.Source, r.Blocks)));
        var reportable = channels.Exists(c => c.Reportable);
        return new RecordExplanation(law with { Reasons = [.. law.Reasons, .. reasons], Reportable = reportable }, reportable, channels);
    }

    /// <summary>Every configured channel with its dispatcher.</summary>
    /// <param name="make">Makes channels of types that the product does not know; null for one it does not know either.</param>
    /// <exception cref="CreditKitException">CK15xx: an address, a secret or a type cannot be right.</exception>
    public ReportHub OpenReporting(Func<ChannelOptions, IReportChannel?>? make = null)
    {
        var editions = StandardEditions.Load(Path.Combine(Options.DataDirectory, "standards"));
        var form = ListForm.Load(Path.Combine(Options.DataDirectory, "standards"));
        var log = Loggers.CreateLogger("CreditKit.Reporting");
        var post = Options.Alarms.Webhook is { } webhook ? new AlarmPost(webhook, log) : null;
        var office = new InboundOffice(Cases.Platform, Time);
        ReportLine[] lines = [.. Channels.Select(options =>
        {
            var outbox = new SqliteOutbox(Ledger.Database);
            var edition = options.Edition.Length > 0 ? editions.Get(options.Edition) : editions.Current;
            var rules = new ReceiverRules(new RecordValidator(edition, _validation, Time));
            var factory = new EnvelopeFactory(options, editions, HashOfPage, Time);
            var desk = new EnvelopeDesk(options, outbox, Router, factory, log, rules);
            var channel = make?.Invoke(options) ?? ChannelTypes.Make(options, Time);
            var lists = new ListDesk(channel, options, form, Listed, Time, log);
            return new ReportLine(options, channel, new Dispatcher(channel, options, outbox, desk, Time, log))
            {
                Reconciler = new Reconciler(channel, options, Ledger, outbox, Router, factory, MayReport, Time),
                Backlog = new Backlog(options, Ledger, outbox, Router, MayReport),
                Verdicts = new VerdictDesk(channel, outbox, Ledger, Time, log),
                Catalogue = new CatalogueDesk(channel, options, edition, () => Catalogue.Current, outbox, Ledger, Time, log),
                Lists = lists,
                Inbound = new InboundDesk(channel, outbox, office, log),
                Alarms = new AlarmDesk(options, Options.Alarms, outbox, Router, Calendar, Time, log, post, lists, () => Since),
            };
        })];
        return new ReportHub([.. lines.Select(l => l.Dispatcher)], Time, lines);
    }

    /// <summary>Keeps an edition of the catalogue; when it returns the column shows what the catalogue lets it.</summary>
    /// <returns>The edition with its version.</returns>
    public CatalogEdition SaveCatalogue(CatalogEdition edition, string actor)
    {
        var saved = _catalogue.Save(edition, actor);
        Projector.CatchUp();
        return saved;
    }

    /// <summary>Records the consent that stands for an item, or its withdrawal; when it returns the column follows.</summary>
    /// <exception cref="CreditKitException">CK1223: purpose, scope or days cannot be right; CK1461: no such item.</exception>
    public CatalogEdition ConsentForItem(CatalogEdition edition, string code, PersonalConsent consent, string actor)
    {
        ConsentCheck.Throw(consent, ChinaTime.DateOf(Time.GetUtcNow()));
        var saved = SaveCatalogue(edition.Consented(code, consent), actor);
        Ledger.Audit(actor, consent.Stands ? "consent" : "consent-withdrawn", "done", null, $"edition={saved.Id} version={saved.Version} item={code}");
        return saved;
    }

    /// <summary>Whether validation lets the record be reported today.</summary>
    public bool MayReport(LedgerRecord record) => Validator.Validate(record.Record.Value).MayReport;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_work.IsValueCreated) _work.Value.Dispose();
        _query.Dispose();
        _store.Dispose();
        _catalogue.Dispose();
        Ledger.Dispose();
    }

    private bool ShowNow(long recordId)
    {
        Projector.ProjectNow(recordId);
        return Ledger.Find(recordId) is { } record && Query.IsReady && Query.Find(record.PublicId).Record is not null;
    }

    // Every approval is there: released for sharing, then for publication, and shown when this returns. Once more completes
    // what a crash left between the two.
    private void Release(LedgerRecord record, ApprovalRelease release)
    {
        Reviews.Decide(new ReviewDecision { Id = record.PublicId, Revision = record.Revision, Reviewer = release.Actor, Scope = ReviewScope.Sharing, Release = release.Shares, Reason = release.Shares ? "" : "保密审查：不共享" });
        Reviews.Decide(new ReviewDecision { Id = record.PublicId, Revision = record.Revision, Reviewer = release.Actor, Scope = ReviewScope.Publication, Release = true, Marks = release.Marks });
    }

    /// <summary>What law and item catalogue say of the column's showing a record.</summary>
    internal DisclosureDecision DecideForColumn(LedgerRecord record) => _rules.Decide(record.Record.Value, record.Standing);

    /// <summary>The record as the column shows it.</summary>
    internal PublicRecord OnColumn(LedgerRecord record, DisclosureDecision decision) => _rules.Mask(record, decision);

    // What the own page shows of it, for finding drift; null while the page shows nothing. A page that stands is not masked once more.
    internal string? HashOfPage(LedgerRecord record)
    {
        if (record.Standing.PublishedAt is null) return null;
        if (Query.IsReady && Query.Find(record.PublicId).Record is { } shown && shown.Revision == record.Revision) return PublicHash.Of(shown);
        var decision = DecideForColumn(record);
        return decision is { Allowed: true, From: not null } ? PublicHash.Of(OnColumn(record, decision)) : null;
    }

    // A period that is over, or not begun, sends nothing: its end travelled with the record. What is collected without
    // being shown has no period to end.
    private DisclosureDecision DecideForChannel(CreditRecord record, RecordStanding standing, Destination destination)
    {
        var decision = Policy.Decide(_items.Complete(record), _items.Judge(record, standing), destination);
        if (!_items.MayShare(record))
            decision = decision with { Reasons = [new DecisionReason("item-not-shared", "事项目录规定不予共享。", "catalogue", "事项目录的共享属性", Blocks: true), .. decision.Reasons] };
        var today = ChinaTime.DateOf(Time.GetUtcNow());
        if (!decision.Allowed || decision.MarkedNotPublic || (!(decision.Until <= today) && !(decision.From > today))) return decision;
        var reason = decision.Until <= today
            ? new DecisionReason("period-ended", $"公示期已于 {decision.LastDay:yyyy-MM-dd} 届满，不再报送。", decision.Edition, decision.Source, Blocks: true)
            : new DecisionReason("period-not-begun", $"公示期自 {decision.From:yyyy-MM-dd} 开始，到期再报送。", decision.Edition, decision.Source, Blocks: true);
        return decision with { Reasons = [reason, .. decision.Reasons] };
    }

    private ConcealmentRisk Named(ConcealmentRisk risk)
    {
        if (Ledger.FindByPublicId(risk.RecordId) is not { } record) return risk;
        var heading = Desensitizer.Heading(record.Record.Value, record.Handling);
        return risk with { DocumentNumber = heading.DocumentNumber, CounterpartName = heading.CounterpartName };
    }

    private LedgerRecord WithItem(LedgerRecord record) => record with
    {
        Record = new Validated<CreditRecord>(_items.Complete(record.Record.Value)),
        Standing = _items.Judge(record.Record.Value, record.Standing),
    };

    // What the column shows goes by the catalogue too: its grounds against publication, and what it supplies.
    private ProjectionRules WithItems(ProjectionRules rules) => rules with
    {
        Decide = (record, standing) => rules.Decide(_items.Complete(record), _items.Judge(record, standing)),
        Mask = (record, decision) => rules.Mask(record with { Record = new Validated<CreditRecord>(_items.Complete(record.Record.Value)) }, decision),
    };

    private static ChannelOptions Named(string name, ChannelOptions channel)
    {
        channel.Name = name;
        return channel;
    }
}
