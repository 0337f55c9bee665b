using System.Text;

namespace CreditKit.Standards;

/// <summary>A text with cells of the row in it: <c>{处罚类型}，罚没金额 {罚没金额（元）} 元</c>.</summary>
public sealed class ComposedText
{
    private readonly (string? Literal, int Ordinal)[] _parts;

    private ComposedText((string?, int)[] parts) => _parts = parts;

    /// <summary>Parses a text against the headings of a file.</summary>
    /// <exception cref="CreditKitException">A heading in braces is not in the file.</exception>
    public static ComposedText Parse(string text, IReadOnlyList<string> headings)
    {
        var parts = new List<(string?, int)>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) { parts.Add((text[at..], -1)); break; }
            if (open > at) parts.Add((text[at..open], -1));
            var heading = TextNormalizer.Heading(text[(open + 1)..close]);
            var ordinal = headings.Select(TextNormalizer.Heading).ToList().IndexOf(heading);
            if (ordinal < 0) throw new CreditKitException("CK1442", $"导入配置里的“{{{text[(open + 1)..close]}}}”在文件表头中没有对应的列。", "请核对花括号中的表头。");
            parts.Add((null, ordinal));
            at = close + 1;
        }
        return new([.. parts]);
    }

    /// <summary>The text for one row.</summary>
    public string Compose(IReadOnlyList<string> cells)
    {
        if (_parts is [(var only, -1)]) return only!;
        var builder = new StringBuilder();
        foreach (var (literal, ordinal) in _parts) builder.Append(literal ?? (ordinal < cells.Count ? cells[ordinal] : ""));
        return builder.ToString();
    }
}
