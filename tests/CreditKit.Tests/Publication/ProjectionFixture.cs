using CreditKit.Calendar;
using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Publication;

/// <summary>The road from a real ledger to a real public.db with the real law and masks.</summary>
internal sealed class ProjectionFixture : IDisposable
{
    private readonly TempFolder _folder = new();
    private int _documents;

    public ProjectionFixture(PolicyOptions? policy = null)
    {
        Rules = ProjectionRules.Of(PolicyBook.Load(policy ?? new PolicyOptions(), WorkdayCalendar.Load(null)), Desensitizer.Load(null));
        Ledger = new SqliteLedger(new LedgerDatabase(_folder.File("ledger.db"), _folder.File("ledger.key"), Clock));
        Open();
    }

    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public ProjectionRules Rules { get; set; }

    public SqliteLedger Ledger { get; }

    public SqlitePublicStore Store { get; private set; } = null!;

    public SqlitePublicQuery Query { get; private set; } = null!;

    public Projector Projector { get; private set; } = null!;

    public string PublicPath => _folder.File("public.db");

    public DenyList Denied { get; } = new();

    public void Open()
    {
        Store = new SqlitePublicStore(PublicPath, Clock);
        Query = new SqlitePublicQuery(PublicPath, Clock, Denied);
        Projector = new Projector(Ledger, Store, Rules, Clock, Denied);
    }

    public void Close()
    {
        Query.Dispose();
        Store.Dispose();
    }

    public SubmissionResult Submit(CreditRecord record, bool released = true) => Ledger.Submit([Submission(record, released)])[0];

    public static Submission Submission(CreditRecord record, bool released = true) => new()
    {
        Record = new Validated<CreditRecord>(record),
        Source = new SourceReference("测试.csv", 2, "tester"),
        Released = released,
        ReleasedForSharing = released,
    };

    public AdministrativePenalty Penalty(string facts = "销售超过保质期的食品。", Severity severity = Severity.General, DateOnly? decided = null, string? name = null)
    {
        var n = ++_documents;
        return new AdministrativePenalty
        {
            Counterpart = new Counterpart { Name = name ?? $"云州晨光{n}食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(n) },
            DocumentNumber = $"云市监罚〔2026〕{n}号",
            DecisionDate = decided ?? new DateOnly(2026, 11, 2),
            DecidingAuthority = new Authority("云州市市场监督管理局"),
            DataSource = new Authority("云州市市场监督管理局"),
            ViolationType = "违反食品安全法",
            ViolationFacts = facts,
            LegalBasis = "《中华人民共和国食品安全法》第一百二十四条",
            PenaltyCategories = ["罚款"],
            PenaltyContent = "罚款20000元",
            FineAmount = 20000m,
            Severity = severity,
        };
    }

    public AdministrativeLicense License(DateOnly? decided = null)
    {
        var n = ++_documents;
        return new AdministrativeLicense
        {
            Counterpart = new Counterpart { Name = $"望海{n}建筑有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(n) },
            DocumentNumber = $"云住建许〔2026〕{n}号",
            DecisionDate = decided ?? new DateOnly(2026, 10, 8),
            DecidingAuthority = new Authority("云州市住房和城乡建设局"),
            DecisionDocumentTitle = "准予行政许可决定书",
            Category = "普通",
            Content = "建筑业企业资质（施工总承包二级）",
            ValidFrom = new DateOnly(2026, 10, 8),
            Status = LicenseStatus.Valid,
        };
    }

    public List<string> Shown(PublicFilter? filter = null) => [.. Query.StreamRows(filter ?? new PublicFilter()).Select(r => r.Id)];

    public void Dispose()
    {
        Close();
        Ledger.Dispose();
        _folder.Dispose();
    }
}
