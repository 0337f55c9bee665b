namespace CreditKit.Ledger.CaseFiles;

/// <summary>A paper of a case; name and content are encrypted at rest.</summary>
/// <param name="Id">Internal key.</param>
/// <param name="Material">Which material it is meant to be; empty when none was named.</param>
/// <param name="Name">File name as it was uploaded.</param>
/// <param name="MediaType">By its magic number, never by its name.</param>
/// <param name="Length">Bytes.</param>
internal sealed record CaseAttachment(long Id, string Material, string Name, string MediaType, long Length);
