using System.Text.Json;
using CreditKit.Ledger;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Review;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>The road for one record at a time; files take the same steps in batches (<see cref="FileIntake"/>).</summary>
internal sealed class RecordIntake(ILedger ledger, RecordValidator validator, SubmissionMaker maker, Projector projector) : IRecordIntake
{
    public Task<IntakeResult> SubmitAsync(CreditRecord record, SourceReference source, CancellationToken cancellation = default) =>
        Task.FromResult(Take(record, source, null, null, cancellation));

    public Task<IntakeResult> CorrectAsync(string id, CreditRecord record, string reason, SourceReference source, CancellationToken cancellation = default)
    {
        var target = ledger.FindByPublicId(id) ?? throw new CreditKitException("CK1205", $"没有编号为 {id} 的记录，无法更正。", "请用 creditkit explain 按文书号查出记录编号。");
        return Task.FromResult(Take(record, source, target.Id, reason, cancellation));
    }

    public Task<WithdrawalOutcome> WithdrawAsync(string id, WithdrawalGround ground, string reason, string actor, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (ledger.FindByPublicId(id) is not { } record) return Task.FromResult(WithdrawalOutcome.NotFound);
        var outcome = ledger.Withdraw(new Withdrawal(record.Id, ground, reason, actor)) ? WithdrawalOutcome.Withdrawn : WithdrawalOutcome.AlreadyWithdrawn;

        // Also on a repeated call: the first one may have failed between ledger and projection.
        projector.ProjectNow(record.Id);
        return Task.FromResult(outcome);
    }

    public Task<IReadOnlyList<string>> FindAsync(string documentNumber, string? counterpart = null, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. ledger.FindByDocumentNumber(documentNumber)
            .Where(r => counterpart is null || r.Record.Value.Counterpart.Name == counterpart || r.Record.Value.Counterpart.UnifiedSocialCreditCode == counterpart)
            .Select(r => r.PublicId)]);

    private IntakeResult Take(CreditRecord record, SourceReference source, long? target, string? reason, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var report = validator.Validate(record);
        if (report.Record is not { } validated)
        {
            ledger.Reject([new Rejection(source, System.Text.Encoding.UTF8.GetString(RecordJson.Write(record)), JsonSerializer.Serialize(report.Issues, RejectionJson.Default.IReadOnlyListValidationIssue))]);
            return new IntakeResult(IntakeOutcome.Rejected, null, 0, report.Issues);
        }

        var result = ledger.Submit([maker.Make(validated, report.MayReport, source) with { Target = target, Reason = reason }])[0];
        projector.ProjectNow(result.RecordId);
        return new IntakeResult(Outcome(result.Outcome), result.PublicId, result.Revision, report.Issues);
    }

    internal static IntakeOutcome Outcome(SubmissionOutcome outcome) => outcome switch
    {
        SubmissionOutcome.Accepted => IntakeOutcome.Accepted,
        SubmissionOutcome.Corrected => IntakeOutcome.Corrected,
        _ => IntakeOutcome.Unchanged,
    };
}
