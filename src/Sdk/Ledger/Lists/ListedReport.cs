namespace CreditKit.Ledger;

/// <summary>What a channel said of a list entry.</summary>
/// <param name="Revision">The revision that was sent.</param>
/// <param name="State">How far it came.</param>
/// <param name="Number">Receipt number, or the code of a refusal; the file while it is handed over.</param>
/// <param name="Words">The receiver's words.</param>
/// <param name="At">When, UTC.</param>
internal sealed record ListedReport(int Revision, ListedState State, string Number, string Words, DateTimeOffset At);
