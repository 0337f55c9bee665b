using System.Text.Json.Serialization;
using CreditKit.Records;

namespace CreditKit.Ledger.Attachments;

/// <summary>What people wrote about an attachment and what its copy is made of; encrypted under the record's key.</summary>
/// <param name="Title">What the paper is; shown masked.</param>
/// <param name="FileName">Name of the original as it was handed in; never public.</param>
/// <param name="Sha256">SHA-256 of the original, lower-case hexadecimal.</param>
/// <param name="Pages">Pages of the cleared copy.</param>
/// <param name="Reason">Why it was refused or taken down.</param>
internal sealed record AttachmentDetail(string Title, string FileName, string Sha256, IReadOnlyList<AttachmentPage> Pages, string Reason = "");

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(AttachmentDetail))]
internal sealed partial class AttachmentDetailJson : JsonSerializerContext;
