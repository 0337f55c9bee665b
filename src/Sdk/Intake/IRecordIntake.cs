using CreditKit.Records;

namespace CreditKit.Intake;

/// <summary>
/// The one way in. Every call is durable when it returns; the column follows within the same call. Safe for concurrent
/// callers. Handing the same record in again changes nothing.
/// </summary>
public interface IRecordIntake
{
    /// <summary>Validates and takes in a record: new, unchanged, or a correction of the record with the same key (authority, document number, counterpart).</summary>
    /// <param name="record">The record, unmasked.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="CreditKitException">The ledger or public.db cannot be written (CK12xx).</exception>
    Task<IntakeResult> SubmitAsync(CreditRecord record, SourceReference source, CancellationToken cancellation = default);

    /// <summary>Corrects the record with this public id, also where its key changes; keeps the history (厦门 三: 立即更正).</summary>
    /// <param name="id">Public id.</param>
    /// <param name="record">The whole record as it should be.</param>
    /// <param name="reason">Why; kept with the revision.</param>
    /// <param name="source">Where the correction comes from.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    Task<IntakeResult> CorrectAsync(string id, CreditRecord record, string reason, SourceReference source, CancellationToken cancellation = default);

    /// <summary>
    /// Takes a record down and queues the withdrawal for every channel that may have it. Returns only when public.db no
    /// longer shows it (424号 (十五): 自收到该告知之日撤下).
    /// </summary>
    /// <param name="id">Public id.</param>
    /// <param name="ground">The ground in law.</param>
    /// <param name="reason">The reason in Chinese; becomes part of the public notice, masked.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    Task<WithdrawalOutcome> WithdrawAsync(string id, WithdrawalGround ground, string reason, string actor, CancellationToken cancellation = default);

    /// <summary>Public ids of the records with this document number (bracket forms and blanks do not matter).</summary>
    /// <param name="documentNumber">决定（书）文号.</param>
    /// <param name="counterpart">Name or credit code of the counterpart; null: any.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<IReadOnlyList<string>> FindAsync(string documentNumber, string? counterpart = null, CancellationToken cancellation = default);
}
