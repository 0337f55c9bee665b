using System.Globalization;
using System.Text;
using CreditKit.Tests.Support;
using ExcelDataReader;

namespace CreditKit.Tests.Samples;

/// <summary>The rows of a sample file by head, read without the SDK's own readers.</summary>
internal static class SampleFile
{
    public static string PathOf(string name) => Repository.PathOf("samples", "SampleData", name);

    public static List<Dictionary<string, string>> Rows(string name)
    {
        var lines = name.EndsWith(".xlsx", StringComparison.Ordinal) ? Workbook(PathOf(name)) : Csv(PathOf(name));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second))];
    }

    private static List<string[]> Csv(string path)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            // A doubled quote closes and opens again; the files hold none otherwise.
            if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n')) cell.Append(c);
            else
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
        }
        return lines;
    }

    private static List<string[]> Workbook(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var lines = new List<string[]>();
        while (reader.Read()) lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
        return lines;
    }
}
