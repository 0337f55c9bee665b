using System.Text.RegularExpressions;

namespace CreditKit.Templates;

/// <summary>
/// Reads the braces of one file and checks them before the engine does, because the engine names neither file nor
/// line: blocks balance, nothing is written raw, only the four block helpers are used.
/// </summary>
internal static partial class TemplateScanner
{
    private static readonly string[] Blocks = ["if", "unless", "each", "with"];

    public static List<TemplateToken> Scan(TemplateFile file)
    {
        var tokens = new List<TemplateToken>();
        var open = new Stack<TemplateToken>();
        var end = 0;
        foreach (Match match in Braces().Matches(file.Text))
        {
            var token = Read(file, match);
            Expect(file, token, open);
            tokens.Add(token);
            end = match.Index + match.Length;
        }

        if (open.TryPeek(out var left)) throw new TemplateException(file.Name, left.Line, $"{{{{#{left.Name}}}}} 没有结束，请补上 {{{{/{left.Name}}}}}。");
        var stray = file.Text.IndexOf("{{", end, StringComparison.Ordinal);
        if (stray >= 0) throw new TemplateException(file.Name, file.LineOf(stray), "“{{” 没有配对的 “}}”。");
        return tokens;
    }

    private static TemplateToken Read(TemplateFile file, Match match)
    {
        var line = file.LineOf(match.Index);
        var inner = match.Groups["inner"].Value;
        if (inner.StartsWith('!')) return Token(TemplateTokenKind.Comment, "", "");
        if (inner.StartsWith('{') || inner.StartsWith('&'))
            throw new TemplateException(file.Name, line, "三重花括号（或 &）会把内容原样写进网页，模板中不允许；请写成 {{…}}。");
        if (inner.Contains("{{", StringComparison.Ordinal)) throw new TemplateException(file.Name, line, "“{{” 没有配对的 “}}”。");
        inner = inner.Trim('~').Trim();
        if (inner.StartsWith('>')) return Token(TemplateTokenKind.Include, inner[1..].Trim(), "");
        if (inner.StartsWith('/')) return Token(TemplateTokenKind.Close, inner[1..].Trim(), "");
        if (inner is "else" or "^") return Token(TemplateTokenKind.Else, "", "");
        var words = inner.TrimStart('#').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (inner.StartsWith('#'))
        {
            return words is [var block, var path] && Blocks.Contains(block)
                ? Token(TemplateTokenKind.Open, block, path)
                : throw new TemplateException(file.Name, line, $"“{inner}” 无法识别；可用的块是 {{{{#if 名称}}}}、{{{{#unless 名称}}}}、{{{{#each 名称}}}}、{{{{#with 名称}}}}。");
        }

        return words is [var value] ? Token(TemplateTokenKind.Value, "", value) : throw new TemplateException(file.Name, line, $"“{inner}” 无法识别；变量写成 {{{{名称}}}}。");

        TemplateToken Token(TemplateTokenKind kind, string name, string path) => new(kind, name, path, line, match.Index, match.Length);
    }

    private static void Expect(TemplateFile file, TemplateToken token, Stack<TemplateToken> open)
    {
        switch (token.Kind)
        {
            case TemplateTokenKind.Open:
                open.Push(token);
                break;
            case TemplateTokenKind.Else when open.Count == 0:
                throw new TemplateException(file.Name, token.Line, "{{else}} 不在任何块中。");
            case TemplateTokenKind.Close:
                if (!open.TryPop(out var opened)) throw new TemplateException(file.Name, token.Line, $"{{{{/{token.Name}}}}} 没有对应的开始。");
                if (opened.Name != token.Name) throw new TemplateException(file.Name, token.Line, $"{{{{/{token.Name}}}}} 与第 {opened.Line} 行的 {{{{#{opened.Name}}}}} 不配对。");
                break;
        }
    }

    [GeneratedRegex(@"\{\{(?<inner>!--.*?--|.*?)\}\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Braces();
}
