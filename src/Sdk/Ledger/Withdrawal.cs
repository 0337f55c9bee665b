using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>A record is taken down.</summary>
/// <param name="RecordId">Internal key.</param>
/// <param name="Ground">The ground in law.</param>
/// <param name="Reason">The reason that will be public, masked.</param>
/// <param name="Actor">Who did it.</param>
internal sealed record Withdrawal(long RecordId, WithdrawalGround Ground, string Reason, string Actor);
