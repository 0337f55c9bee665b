using CreditKit.Calendar;
using CreditKit.Cases;
using CreditKit.Desensitization;
using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Cases;

/// <summary>A real ledger, the real law and masking, and an intake that writes to that ledger.</summary>
internal sealed class CaseFixture : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PolicyBook _policy;
    private readonly Desensitizer _desensitizer = Desensitizer.Load(null);

    public CaseFixture(params string[] regions)
    {
        _policy = PolicyBook.Load(new PolicyOptions { Regions = regions }, WorkdayCalendar.Load(null));
        Options = new CaseOptions { Enabled = true, RepairForm = true };
        (Ledger, Intake, Office) = Open();
    }

    /// <summary>Monday 2026-11-23, 10:00 in Shanghai.</summary>
    public TestClock Clock { get; } = new(At(2026, 11, 23));

    public CaseOptions Options { get; }

    public PolicyBook Policy => _policy;

    public SqliteLedger Ledger { get; private set; }

    public LedgerIntake Intake { get; private set; }

    public CaseOffice Office { get; private set; }

    /// <summary>Internal ids in the order in which the column was told to follow.</summary>
    public List<long> Projected { get; } = [];

    public static DateTimeOffset At(int year, int month, int day, int hour = 10) => new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static Ruling Says(string reason = "依法办理") => new("staff-1", reason);

    public static CaseFiling Objection(string recordId) => new()
    {
        Kind = CaseKind.Objection,
        RecordId = recordId,
        Grounds = [ObjectionGround.Error],
        Statement = "处罚金额与决定书不一致，决定书是一万元。",
        ApplicantName = "林晓舟",
        Phone = "0591-83331234",
    };

    public SubmissionResult Submit(CreditRecord record, bool released = true) => Ledger.Submit([new Submission
    {
        Record = new Validated<CreditRecord>(record),
        Source = new SourceReference("测试.csv", 2, "tester"),
        Released = released,
        ReleasedForSharing = released,
    }])[0];

    public static AdministrativePenalty Penalty(string number = "云市监罚〔2026〕1号") => new()
    {
        Counterpart = new Counterpart { Name = "云州晨光食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = "91330000755918469E", LegalRepresentative = "周予安" },
        DocumentNumber = number,
        DecisionDate = new DateOnly(2026, 11, 2),
        DecidingAuthority = new Authority("云州市市场监督管理局"),
        ViolationFacts = "销售超过保质期的食品。",
        PenaltyCategories = ["罚款"],
        FineAmount = 20000m,
        Severity = Severity.General,
    };

    public CaseReceipt File(CaseFiling filing)
    {
        var result = Office.Inbox.FileAsync(filing).Result;
        result.Issues.ShouldBeEmpty();
        return result.Receipt!;
    }

    public CaseReceipt FileObjection(out SubmissionResult record)
    {
        record = Submit(Penalty());
        return File(Objection(record.PublicId));
    }

    public LedgerRecord Record(SubmissionResult record) => Ledger.Find(record.RecordId)!;

    /// <summary>Everything in the files of the ledger, as bytes.</summary>
    public byte[] Disk() => [.. Directory.GetFiles(_folder.Path, "ledger.db*").SelectMany(System.IO.File.ReadAllBytes)];

    /// <summary>The process dies and starts anew.</summary>
    public void Restart()
    {
        Ledger.Dispose();
        Projected.Clear();
        (Ledger, Intake, Office) = Open();
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _folder.Dispose();
    }

    private (SqliteLedger, LedgerIntake, CaseOffice) Open()
    {
        var database = new LedgerDatabase(_folder.File("ledger.db"), _folder.File(Path.Combine("keys", "ledger.key")), Clock);
        var ledger = new SqliteLedger(database);
        var intake = new LedgerIntake(ledger);
        return (ledger, intake, new CaseOffice(database, ledger, intake, _policy, Options, "云州市发展和改革委员会", null,
            text => _desensitizer.MaskText(text).Text, _ => "云州晨光食品有限公司", Projected.Add));
    }
}
