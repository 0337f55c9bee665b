namespace CreditKit.Ledger;

/// <summary>What is to be told about a channel now.</summary>
/// <param name="Raised">Alarms, by kind, that began or have not been told for a while: rows, and since when.</param>
/// <param name="Over">Kinds that are over.</param>
internal sealed record AlarmTurn(IReadOnlyDictionary<int, (long Rows, DateTimeOffset Since)> Raised, IReadOnlyList<int> Over);
