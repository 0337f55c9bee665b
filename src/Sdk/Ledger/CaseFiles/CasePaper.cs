namespace CreditKit.Ledger.CaseFiles;

/// <summary>A paper that comes in.</summary>
internal sealed record CasePaper(string Material, string Name, string MediaType, ReadOnlyMemory<byte> Content);
