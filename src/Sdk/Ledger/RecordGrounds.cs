using System.Text.Json.Serialization;
using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>What a reviewer recorded about a record beside its content: grounds that keep it from the public, and the list entry that governs its end.</summary>
/// <param name="Exclusions">Recorded grounds, each with its evidence; none: the record is open.</param>
/// <param name="ListEntry">The governing list entry; null: none.</param>
internal sealed record RecordGrounds(EquatableList<RecordedExclusion> Exclusions, ListEntry? ListEntry)
{
    /// <summary>Nothing recorded.</summary>
    public static RecordGrounds None { get; } = new([], null);
}

[JsonSerializable(typeof(StoredGrounds))]
internal sealed partial class RecordGroundsJson : JsonSerializerContext;

/// <summary>The stored form of <see cref="RecordGrounds"/>.</summary>
internal sealed record StoredGrounds(RecordedExclusion[] Exclusions, ListEntry? ListEntry);
