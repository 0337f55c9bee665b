using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace CreditKit.Records;

/// <summary>
/// Full-width, enclosed, small and compatibility forms become the plain character (NFKC, by a table of our own).
/// The framework's normalization depends on the host's globalization mode and does nothing in invariant mode; what is
/// stored and searched must not depend on the machine.
/// </summary>
internal static class CompatibilityFold
{
    private static readonly FrozenDictionary<char, string> s_table = Load();
    private static readonly SearchValues<char> s_affected = SearchValues.Create([.. s_table.Keys]);

    /// <summary>The text in plain forms; the same instance when nothing changes.</summary>
    public static string Fold(string text)
    {
        var at = text.AsSpan().IndexOfAny(s_affected);
        if (at < 0) return text;
        var builder = new StringBuilder(text.Length + 8).Append(text, 0, at);
        foreach (var c in text.AsSpan(at))
        {
            if (s_table.TryGetValue(c, out var plain)) builder.Append(plain);
            else builder.Append(c);
        }

        return builder.ToString();
    }

    /// <summary>The plain form of one character; null when it is plain already.</summary>
    public static string? Fold(char c) => s_table.GetValueOrDefault(c);

    private static FrozenDictionary<char, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Records/compatibility.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            table.Add((char)Hex(line.AsSpan(0, tab)), string.Concat(line[(tab + 1)..].Split(' ').Select(h => (char)Hex(h))));
        }

        return table.ToFrozenDictionary();
    }

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
