using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace AgencySite.Tests;

/// <summary>Looks for any of many secrets in a text, also where the text is encoded for HTML, JSON or a URL.</summary>
internal sealed partial class SecretSearch(IReadOnlyList<string> secrets)
{
    private readonly SearchValues<string> _secrets = SearchValues.Create([.. secrets], StringComparison.Ordinal);

    /// <summary>The kind of the first hit, without the secret itself: test output holds no personal data either; null when there is none.</summary>
    public string? FirstIn(string text)
    {
        foreach (var form in new[] { text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text), Unescaped(text) })
        {
            var at = form.AsSpan().IndexOfAny(_secrets);
            if (at < 0) continue;
            var hit = secrets.Where(s => form.AsSpan(at).StartsWith(s, StringComparison.Ordinal)).MaxBy(s => s.Length)!;
            return $"a secret of {hit.Length} characters after “{form.Substring(Math.Max(0, at - 12), Math.Min(12, at))}”";
        }

        return null;
    }

    // JSON's \u5F20; whatever else stands behind a backslash (these may be bytes of a database) stays.
    private static string Unescaped(string text) =>
        Escape().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}
