using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Tests.Cases;

/// <summary>An intake over the real ledger that can be told to die before or after it has written.</summary>
internal sealed class LedgerIntake(SqliteLedger ledger) : IRecordIntake
{
    public bool DiesBefore { get; set; }

    public bool DiesAfter { get; set; }

    public int Calls { get; private set; }

    public Task<IntakeResult> SubmitAsync(CreditRecord record, SourceReference source, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<IntakeResult> CorrectAsync(string id, CreditRecord record, string reason, SourceReference source, CancellationToken cancellation = default)
    {
        Calls++;
        if (DiesBefore) throw new IOException("died");
        if (record.DocumentNumber is null)
            return Task.FromResult(new IntakeResult(IntakeOutcome.Rejected, null, 0, [new ValidationIssue
            {
                Rule = "document-number", Field = "DocumentNumber", Severity = IssueSeverity.Block, Destination = IssueDestination.Publish, Message = "缺少文书号",
            }]));
        var result = ledger.Submit([new Submission { Record = new Validated<CreditRecord>(record), Source = source, Reason = reason }])[0];
        if (DiesAfter) throw new IOException("died");
        return Task.FromResult(new IntakeResult(result.Outcome == SubmissionOutcome.Unchanged ? IntakeOutcome.Unchanged : IntakeOutcome.Corrected, result.PublicId, result.Revision, []));
    }

    public Task<WithdrawalOutcome> WithdrawAsync(string id, WithdrawalGround ground, string reason, string actor, CancellationToken cancellation = default)
    {
        Calls++;
        if (DiesBefore) throw new IOException("died");
        var done = ledger.Withdraw(new Withdrawal(ledger.FindByPublicId(id)!.Id, ground, reason, actor));
        if (DiesAfter) throw new IOException("died");
        return Task.FromResult(done ? WithdrawalOutcome.Withdrawn : WithdrawalOutcome.AlreadyWithdrawn);
    }

    public Task<IReadOnlyList<string>> FindAsync(string documentNumber, string? counterpart = null, CancellationToken cancellation = default) => throw new NotSupportedException();
}
