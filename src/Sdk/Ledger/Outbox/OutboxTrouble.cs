namespace CreditKit.Ledger;

/// <summary>What is amiss at a channel, in rows.</summary>
/// <param name="Rejected">Refused, and nobody has mended them since the moment asked about.</param>
/// <param name="NoReceipt">Sent before the moment asked about, and still without a receipt.</param>
/// <param name="ForAPerson">Nobody knows whether they arrived, and the channel cannot be asked.</param>
internal sealed record OutboxTrouble(long Rejected, long NoReceipt, long ForAPerson);
