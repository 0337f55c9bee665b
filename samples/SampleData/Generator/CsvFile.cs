using System.Globalization;
using System.Text;

namespace SampleData;

/// <summary>CSV as Excel saves it: UTF-8 with a mark, CRLF.</summary>
internal static class CsvFile
{
    public static byte[] Bytes(IReadOnlyList<string> heads, IReadOnlyList<Row> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', heads).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', heads.Select(h => Quoted(Text(row[h])))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.######", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
