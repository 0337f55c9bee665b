using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;

namespace CreditKit.Cases;

/// <summary>Everything that handles cases, over one ledger.</summary>
internal sealed class CaseOffice
{
    private readonly CaseActs _acts;

    /// <param name="database">ledger.db.</param>
    /// <param name="ledger">The ledger over it.</param>
    /// <param name="intake">The one way in.</param>
    /// <param name="policy">The law.</param>
    /// <param name="options">Settings of the forms.</param>
    /// <param name="agency">Name of the agency, for notices about no record.</param>
    /// <param name="dataDirectory">Folder with the agency's own files; null: none.</param>
    /// <param name="mask">Masks free text for the public.</param>
    /// <param name="publicName">The masked name of a public record's counterpart; null when it is not public.</param>
    /// <param name="project">Brings the column in line with a record, by its internal key.</param>
    public CaseOffice(LedgerDatabase database, ILedger ledger, IRecordIntake intake, PolicyBook policy, CaseOptions options, string agency,
        string? dataDirectory, Func<string, string> mask, Func<string, string?> publicName, Action<long> project)
    {
        var registry = new CaseRegistry(database, ledger, project);
        var law = policy.Cases;
        var clock = new CaseClock(law, policy.Calendar);
        var commitment = CommitmentForm.Load(dataDirectory);
        var notices = new CaseNotices(law, options, commitment, agency, mask, publicName);
        var clocks = new WithdrawalClockTable(database);
        var takeDown = new TakeDown(clocks, intake, law);
        var rules = new RepairRules(policy, registry);
        _acts = new CaseActs(registry, intake, takeDown, notices);
        Inbox = new CaseInbox(registry, ledger, clock, law, rules, new NoticeTable(database), commitment, options);
        Desk = new CaseDesk(registry, ledger, clock, _acts, notices, options);
        Repairs = new RepairDesk(registry, clock, rules, _acts, notices);
        Withdrawals = new WithdrawalDesk(ledger, clocks, new MarkTable(database), new LinkTable(database), takeDown, project);
        Platform = new PlatformDesk(registry, ledger, clock, law, _acts, new CaseAnswerTable(database));
    }

    /// <summary>The public forms.</summary>
    public CaseInbox Inbox { get; }

    /// <summary>Objections, enquiries, personal-information requests.</summary>
    public CaseDesk Desk { get; }

    /// <summary>Credit repair.</summary>
    public RepairDesk Repairs { get; }

    /// <summary>Withdrawal on notice, marks, links.</summary>
    public WithdrawalDesk Withdrawals { get; }

    /// <summary>What comes from and goes to platforms.</summary>
    public PlatformDesk Platform { get; }

    /// <summary>Finishes what a crash left undone; to be awaited before the first visitor is served.</summary>
    public async Task<int> HealAsync(CancellationToken cancellation = default) =>
        await _acts.HealAsync(cancellation) + await Withdrawals.HealAsync(cancellation);
}
