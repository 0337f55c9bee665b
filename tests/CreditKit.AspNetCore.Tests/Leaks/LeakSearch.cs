using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CreditKit.AspNetCore.Tests.Leaks;

/// <summary>Looks for any secret in texts and in the bytes of files. What it tells names the kind and the place, never the secret.</summary>
internal sealed class LeakSearch
{
    private readonly IReadOnlyDictionary<string, string> _kinds;
    private readonly SearchValues<string> _texts;
    private readonly SearchValues<string> _bytes;

    public LeakSearch(IReadOnlyDictionary<string, string> kinds)
    {
        _kinds = kinds;
        _texts = SearchValues.Create([.. kinds.Keys], StringComparison.Ordinal);
        // One character a byte, so that UTF-8 and UTF-16 are found at any place of a file.
        _bytes = SearchValues.Create([.. kinds.Keys.SelectMany(k => new[] { Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(k)), Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(k)) })], StringComparison.Ordinal);
    }

    /// <summary>What leaks in a text, also where it is encoded for HTML, JSON or an address; null when nothing does.</summary>
    public string? InText(string place, string text)
    {
        foreach (var form in new[] { text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text), Regex.Replace(text, @"\\u([0-9a-fA-F]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) })
        {
            var at = form.AsSpan().IndexOfAny(_texts);
            if (at < 0) continue;
            var hit = _kinds.Where(k => form.AsSpan(at).StartsWith(k.Key, StringComparison.Ordinal)).MaxBy(k => k.Key.Length);
            var before = form[Math.Max(0, at - 30)..at];
            return $"{place}: {hit.Value} behind “{Regex.Replace(before, @"\s+", " ")}”";
        }

        return null;
    }

    /// <summary>What leaks in a file; null when nothing does or there is no such file.</summary>
    public string? InFile(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = Encoding.Latin1.GetString(bytes);
        var at = text.AsSpan().IndexOfAny(_bytes);
        if (at < 0) return null;
        var rest = Encoding.UTF8.GetString(bytes.AsSpan(at, Math.Min(80, bytes.Length - at)));
        var hit = _kinds.Where(k => rest.StartsWith(k.Key, StringComparison.Ordinal)).Select(k => k.Value).FirstOrDefault() ?? "a secret in UTF-16";
        return $"{Path.GetFileName(path)} at {at}: {hit} behind “{Regex.Replace(Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, at - 60), at - Math.Max(0, at - 60))), @"[\s\0]+", " ")}”";
    }
}
