using System.Text.Json;

namespace CreditKit.Reporting.Channels;

/// <summary>The city service's reply: a code, and how many of the rows were taken, without saying which.</summary>
internal sealed record CityReply(string Code, string Message, int? Total, int? Succeeded, int? Failed, IReadOnlyList<JsonElement> Rows, string Raw)
{
    /// <summary>Reads a reply; null when it is not one. Cities name the code and the message differently.</summary>
    public static CityReply? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            if (Text(root, "errorCode", "result", "code") is not { Length: > 0 } code) return null;
            var message = string.Join('；', new[] { Text(root, "errorMsg", "resultmsg", "msg"), Text(root, "tips") }.Where(t => !string.IsNullOrWhiteSpace(t)));
            JsonElement[] rows = root.TryGetProperty("rows", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(e => e.Clone())] : [];
            return new CityReply(code, message, Number(root, "totalSize"), Number(root, "successSize"), Number(root, "failSize"), rows, text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text of a row; empty when it has none.</summary>
    public static string Cell(JsonElement row, string name) => row.ValueKind == JsonValueKind.Object && Text(row, name) is { } text ? text : "";

    private static string? Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number) return value.ToString();
        return null;
    }

    private static int? Number(JsonElement element, string name) => Text(element, name) is { } text && int.TryParse(text, out var number) ? number : null;
}
