using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>A form that somebody began; encrypted at rest, personal data.</summary>
/// <param name="Id">Random id.</param>
/// <param name="Owner">Who wrote it.</param>
/// <param name="Kind">行政许可, 行政处罚 …</param>
/// <param name="Stage">What it is for.</param>
/// <param name="At">When it was saved, UTC.</param>
/// <param name="RecordId">The record that a correction is about; null for the others.</param>
/// <param name="Values">The cells by the heads of the edition.</param>
internal sealed record Draft(string Id, string Owner, RecordKind Kind, DraftStage Stage, DateTimeOffset At, long? RecordId, Dictionary<string, string> Values);
