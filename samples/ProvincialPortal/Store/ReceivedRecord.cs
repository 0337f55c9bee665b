using System.Text.Json;
using ProvincialPortal.Contract;

namespace ProvincialPortal.Store;

/// <summary>What of an entry becomes a stored row.</summary>
internal sealed record ReceivedRecord(string Kind, string? DocumentNumber, string? Counterpart, DateOnly? DecisionDate, bool NotPublic, DateOnly? LastDay, string? ContentHash, string? PublicHash, string Json)
{
    public static ReceivedRecord Of(LicenseEntry entry) => new("行政许可", entry.Row.DocumentNumber, entry.Row.Name, entry.Row.DecisionDate, entry.NotPublic ?? false, entry.LastDisclosedDay, entry.ContentHash, entry.PublicHash, JsonSerializer.Serialize(entry.Row, RowJson.Default.LicenseRow));

    public static ReceivedRecord Of(PenaltyEntry entry) => new("行政处罚", entry.Row.DocumentNumber, entry.Row.Name, entry.Row.DecisionDate, entry.NotPublic ?? false, entry.LastDisclosedDay, entry.ContentHash, entry.PublicHash, JsonSerializer.Serialize(entry.Row, RowJson.Default.PenaltyRow));
}
