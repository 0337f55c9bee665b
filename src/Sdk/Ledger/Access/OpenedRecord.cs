using CreditKit.Records;

namespace CreditKit.Ledger.Access;

/// <summary>A record unmasked, for the person named in the access register.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Revision">Newest revision.</param>
/// <param name="Record">The unmasked content.</param>
/// <param name="Source">Where the newest revision came from.</param>
/// <param name="ReceivedAt">When it first came in, UTC.</param>
/// <param name="Entry">Number of the entry in the access register.</param>
public sealed record OpenedRecord(string Id, int Revision, CreditRecord Record, SourceReference Source, DateTimeOffset ReceivedAt, long Entry)
{
    /// <summary>Id and entry only: a record must not reach a log by being printed.</summary>
    public override string ToString() => $"{Id} (access {Entry})";
}
