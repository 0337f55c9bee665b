using System.Security;
using System.Text.Encodings.Web;

namespace CreditKit.Reporting.Channels;

/// <summary>Texts of a receiver as they may be kept: bounded, and without any secret of the channel.</summary>
internal sealed class AnswerText(params string[] secrets)
{
    private const int LongestRaw = 2000;
    private const int LongestMessage = 500;

    // A receiver may echo a secret in the escaped form of its answer.
    private readonly string[] _secrets = [.. secrets.Where(s => s.Length > 0).SelectMany(s => new[] { s, SecurityElement.Escape(s), JavaScriptEncoder.Default.Encode(s) }).Distinct()];

    /// <summary>A message for people.</summary>
    public string Message(string? text) => Clean(text ?? "", LongestMessage);

    /// <summary>A part of the answer as it came.</summary>
    public string Raw(string? text) => Clean(text ?? "", LongestRaw);

    /// <summary>A code or number.</summary>
    public string Code(string? text) => Clean((text ?? "").Trim(), 200);

    private string Clean(string text, int longest)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, "***", StringComparison.Ordinal);
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
    }
}
