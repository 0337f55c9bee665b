using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ProvincialPortal.Store;

/// <summary>A row of a road that knows no keys: columns by code, known by kind, document number and counterpart.</summary>
internal sealed record KeylessRow(string Kind, IReadOnlyDictionary<string, string> Columns)
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string DocumentNumber => Columns.GetValueOrDefault(Kind == "行政许可" ? "XK_WSH" : "CF_WSH") ?? "";

    public string Counterpart => Columns.GetValueOrDefault(Kind == "行政许可" ? "XK_XDR_MC" : "CF_XDR_MC") ?? "";

    public DateOnly? DecisionDate => DateOnly.TryParse((Columns.GetValueOrDefault(Kind == "行政许可" ? "XK_JDRQ" : "CF_JDRQ") ?? "").Replace('/', '-'), out var date) ? date : null;

    public string Json => JsonSerializer.Serialize(Columns.Where(c => c.Value.Length > 0).ToDictionary(c => c.Key, c => c.Value), s_json);

    public string Hash => Hex(Json);

    public string Id(string road) => "K" + Hex($"{road}\n{Kind}\n{DocumentNumber}\n{Counterpart}")[..24];

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
