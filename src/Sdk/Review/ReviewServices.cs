using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>What the desk needs of the steps to its right and left.</summary>
/// <param name="Desensitizer">Masks.</param>
/// <param name="Law">What the column may show of a record in a standing: the law and the item catalogue.</param>
/// <param name="Carriers">Channels that may carry a record with that standing.</param>
/// <param name="Project">Brings the column in line with a record, by its internal key.</param>
/// <param name="Time">The clock.</param>
internal sealed record ReviewServices(Desensitizer Desensitizer, Func<CreditRecord, RecordStanding, DisclosureDecision> Law, Func<LedgerRecord, RecordStanding, IReadOnlyList<string>> Carriers, Action<long> Project, TimeProvider Time);
