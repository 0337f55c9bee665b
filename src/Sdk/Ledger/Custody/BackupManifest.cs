using System.Text.Json.Serialization;

namespace CreditKit.Ledger.Custody;

/// <summary>What a backup holds, written beside it.</summary>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Schema">Version of the ledger's tables.</param>
/// <param name="AuditHead">End of the audit chain at that moment, <c>number:hash</c>.</param>
/// <param name="Length">Bytes of ledger.db.</param>
/// <param name="Sha256">SHA-256 of ledger.db, hexadecimal.</param>
internal sealed record BackupManifest(DateTimeOffset MadeAt, int Schema, string AuditHead, long Length, string Sha256);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupManifestJson : JsonSerializerContext;
