using System.Text.Json.Serialization;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Where a revision came from and why, as stored.</summary>
internal sealed record RevisionSource(string System, int? Row, string Actor, string? Reason)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AsOf { get; init; }
}

[JsonSerializable(typeof(RevisionSource))]
internal sealed partial class RevisionSourceJson : JsonSerializerContext;
