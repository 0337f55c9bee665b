using System.Text.Json.Serialization;

namespace ProvincialPortal.Contract;

/// <summary>The portal's word on a row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowResult>))]
public enum RowResult
{
    /// <summary>Taken; there is a receipt.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Refused for good; the message says why.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>The key was answered before and the portal does not repeat itself: ask for the receipt.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,
}
