using System.Text.Json;

namespace CreditKit.Reporting.Channels;

/// <summary>Reads the portal's answers: a receipt per key, and nothing is believed that is not spelt out.</summary>
internal sealed class PortalReceipts(string secret)
{
    private readonly AnswerText _text = new(secret);

    /// <summary>The receipts by key; null when the body is not the contract's.</summary>
    public Dictionary<string, ReportAnswer>? Read(byte[] body)
    {
        var answers = new Dictionary<string, ReportAnswer>(StringComparer.Ordinal);
        return Rows(body, (key, row) => answers[key] = Answer(row)) ? answers : null;
    }

    /// <summary>What the portal decided about rows that it had taken; null when the body is not the contract's.</summary>
    public IReadOnlyList<LateVerdict>? Verdicts(byte[] body)
    {
        var verdicts = new List<LateVerdict>();
        return Rows(body, (key, row) => verdicts.Add(new LateVerdict { Key = key, At = _text.Code(Text(row, "at")), Answer = Answer(row) })) ? verdicts : null;
    }

    private static bool Rows(byte[] body, Action<string, JsonElement> take)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("rows", out var rows) || rows.ValueKind != JsonValueKind.Array) return false;
            foreach (var row in rows.EnumerateArray())
            {
                if (row.ValueKind != JsonValueKind.Object || Text(row, "key") is not { Length: > 0 } key) return false;
                take(key, row);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A receipt number as it may be kept.</summary>
    public string Number(string number) => _text.Code(number);

    /// <summary>The title of a problem document, for a refusal of the whole call; empty when there is none.</summary>
    public string Problem(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? _text.Message(Text(document.RootElement, "detail") ?? Text(document.RootElement, "title")) : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private ReportAnswer Answer(JsonElement row)
    {
        var (batch, raw) = (_text.Code(Text(row, "batch")), _text.Raw(row.GetRawText()));
        return Text(row, "result") switch
        {
            "accepted" => ReportAnswer.Accepted(_text.Code(string.Join('/', new[] { Text(row, "nationalId"), Text(row, "receipt") }.Where(t => !string.IsNullOrEmpty(t)))), batch, raw),
            "rejected" => ReportAnswer.Rejected(_text.Code(Text(row, "code")), _text.Message(Text(row, "message")), batch, raw),

            // The portal had it before and keeps the receipt to itself: ask.
            "duplicate" => ReportAnswer.Unknown(AnswerScope.Row, "duplicate"),
            _ => ReportAnswer.Unknown(AnswerScope.Row, "no-result"),
        };
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
