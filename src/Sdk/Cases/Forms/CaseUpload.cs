namespace CreditKit.Cases;

/// <summary>A paper as it was uploaded. What it is, its first bytes decide, not its name.</summary>
/// <param name="Name">File name.</param>
/// <param name="Material">Which of the asked materials it is; empty when none was named.</param>
/// <param name="Content">The bytes.</param>
public sealed record CaseUpload(string Name, string Material, ReadOnlyMemory<byte> Content);
