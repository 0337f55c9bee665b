using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>A row that could not become a record: kept whole (encrypted), with the reasons; nothing that came in is lost.</summary>
/// <param name="Source">File and row.</param>
/// <param name="Row">The raw row, as JSON; personal data.</param>
/// <param name="Issues">The issues, as JSON; no personal data.</param>
internal sealed record Rejection(SourceReference Source, string Row, string Issues);
