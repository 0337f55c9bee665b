namespace CreditKit.Reporting;

/// <summary>Something done for a channel now and then beside sending. Its pace is kept in the ledger, so that more processes do not do it more often.</summary>
/// <param name="Name">Name; stands in the ledger.</param>
/// <param name="Every">How often.</param>
/// <param name="Work">What is done.</param>
internal sealed record Chore(string Name, TimeSpan Every, Func<CancellationToken, Task> Work);
