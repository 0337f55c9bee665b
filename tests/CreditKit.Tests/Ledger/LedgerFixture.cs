using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Ledger;

/// <summary>A real ledger file and invented records for it.</summary>
internal sealed class LedgerFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public LedgerFixture() => Ledger = Open();

    public TestClock Clock { get; } = new();

    public SqliteLedger Ledger { get; private set; }

    public string LedgerPath => _folder.File("ledger.db");

    public string KeyPath => _folder.File(Path.Combine("keys", "ledger.key"));

    public SqliteLedger Open() => new(new LedgerDatabase(LedgerPath, KeyPath, Clock));

    public void Reopen()
    {
        Ledger.Dispose();
        Ledger = Open();
    }

    public SubmissionResult Submit(CreditRecord record, bool released = true, params string[] channels) =>
        Ledger.Submit([Submission(record, released, channels)])[0];

    public static Submission Submission(CreditRecord record, bool released = true, params string[] channels) => new()
    {
        Record = new Validated<CreditRecord>(record),
        Source = new SourceReference("测试.csv", 2, "tester"),
        Released = released,
        ReleasedForSharing = released,
        Channels = channels,
    };

    public static AdministrativePenalty Penalty(string number = "云市监罚〔2026〕1号", string name = "云州晨光食品有限公司") => new()
    {
        Counterpart = new Counterpart { Name = name, Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = "91330000755918469E" },
        DocumentNumber = number,
        DecisionDate = new DateOnly(2026, 11, 2),
        DecidingAuthority = new Authority("云州市市场监督管理局"),
        ViolationFacts = "销售超过保质期的食品，当事人张晓明对此无异议。",
        PenaltyCategories = ["警告", "罚款"],
        FineAmount = 20000m,
        Severity = Severity.General,
    };

    public void Dispose()
    {
        Ledger.Dispose();
        _folder.Dispose();
    }
}
