namespace CreditKit.Reporting;

/// <summary>What a run of list entries brought at one channel.</summary>
/// <param name="Sent">Entries that went out.</param>
/// <param name="Accepted">With a receipt, now.</param>
/// <param name="Rejected">Refused, now.</param>
/// <param name="HeldBack">Not sent, for reasons that <c>creditkit lists show</c> names.</param>
/// <param name="Open">To be sent again, or handed over and without the receiver's word.</param>
internal sealed record ListTotals(int Sent, int Accepted, int Rejected, int HeldBack, int Open);
