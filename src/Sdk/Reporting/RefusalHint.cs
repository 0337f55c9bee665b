using System.Text.Json;

namespace CreditKit.Reporting;

/// <summary>What a person can do about a refusal, by the receiver's code or words. Data of the product, <c>Reporting/refusal-hints.json</c>.</summary>
internal static class RefusalHint
{
    private static readonly Hint[] s_hints = Load();

    /// <summary>The hint in Chinese; a general one when the refusal is not known.</summary>
    public static string For(string? code, string? words)
    {
        foreach (var hint in s_hints)
            foreach (var match in hint.Match)
                if (match == code || (words is not null && match.Length > 1 && !char.IsAsciiDigit(match[0]) && words.Contains(match, StringComparison.OrdinalIgnoreCase))) return hint.Text;
        return "请按平台的答复核对该记录，更正后会作为新的版本自动重报；确认内容无误的，请联系平台后运行 creditkit resend。";
    }

    private static Hint[] Load()
    {
        using var stream = typeof(RefusalHint).Assembly.GetManifestResourceStream("Reporting/refusal-hints.json")!;
        return JsonSerializer.Deserialize<Hint[]>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Hint(string[] Match, string Text);
}
