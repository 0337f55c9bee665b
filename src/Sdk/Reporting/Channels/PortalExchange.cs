using System.Net.Http.Headers;
using System.Text.Json;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>Reads what the portal holds and forwards; nothing is believed that is not spelt out.</summary>
internal static class PortalExchange
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    private static readonly Dictionary<string, InboundKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["objection"] = InboundKind.Objection,
        ["enquiry"] = InboundKind.Enquiry,
        ["repair"] = InboundKind.Repair,
        ["personal-information"] = InboundKind.PersonalInformation,
        ["decision"] = InboundKind.Decision,
    };

    private static readonly Dictionary<string, WithdrawalGround> s_grounds = new(StringComparer.Ordinal)
    {
        ["信用修复"] = WithdrawalGround.Repaired,
        ["异议成立"] = WithdrawalGround.Objection,
        ["被依法撤销"] = WithdrawalGround.Revoked,
        ["被依法变更"] = WithdrawalGround.Changed,
        ["确认违法"] = WithdrawalGround.FoundUnlawful,
        ["确认无效"] = WithdrawalGround.FoundVoid,
        ["法院裁定重整"] = WithdrawalGround.Reorganisation,
    };

    /// <summary>A page of what it holds; null when the body is not the contract's.</summary>
    public static ChannelPage<HeldRecord>? Holdings(byte[] body) => Read(body, root =>
    {
        var rows = new List<HeldRecord>();
        foreach (var row in root.GetProperty("rows").EnumerateArray())
            rows.Add(new HeldRecord
            {
                RecordId = Text(row, "recordId"),
                DocumentNumber = Text(row, "documentNumber"),
                CounterpartName = Text(row, "counterpart"),
                Live = Text(row, "state") == "在库",
                Revision = row.GetProperty("revision").GetInt32(),
                ContentHash = Text(row, "contentHash"),
                PublicHash = Text(row, "publicHash"),
                Number = Text(row, "nationalId"),
            });
        return new ChannelPage<HeldRecord>(rows, Text(root, "next"));
    });

    /// <summary>A page of the inbox; null when the body is not the contract's.</summary>
    public static ChannelPage<InboundItem>? Inbox(byte[] body) => Read(body, root =>
    {
        var items = root.GetProperty("items").EnumerateArray().Select(Item).ToList();
        return new ChannelPage<InboundItem>(items, root.GetProperty("next").GetRawText());
    });

    /// <summary>Items of a file: a JSON array in the same form; null when it is not.</summary>
    public static IReadOnlyList<InboundItem>? Items(byte[] body) => Read<IReadOnlyList<InboundItem>>(body, root => [.. root.EnumerateArray().Select(Item)]);

    /// <summary>The receipt of an answer; null when there is none.</summary>
    public static string? Receipt(byte[] body) => Read(body, root => Text(root, "receipt"));

    /// <summary>An answer to an item.</summary>
    public static HttpContent Write(InboundReply reply)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, JsonSerializerOptions.Web));
        content.Headers.ContentType = s_json;
        return content;
    }

    private static InboundItem Item(JsonElement item)
    {
        var ground = Text(item, "ground");
        return new InboundItem
        {
            Number = Text(item, "number") is { Length: > 0 } number ? number : throw new KeyNotFoundException(),
            Kind = s_kinds[Text(item, "kind") ?? ""],
            DocumentNumber = Text(item, "documentNumber") ?? "",
            CounterpartCode = Text(item, "counterpartCode"),
            Text = Text(item, "text") ?? "",
            Granted = item.TryGetProperty("granted", out var granted) && granted.ValueKind == JsonValueKind.True,
            Ground = ground is null ? null : s_grounds[ground],
            ApplicantName = Text(item, "applicantName") ?? "",
            Phone = Text(item, "phone") ?? "",
        };
    }

    private static T? Read<T>(byte[] body, Func<JsonElement, T?> read) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
