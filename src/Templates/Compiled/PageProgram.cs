using System.Buffers;
using System.Text;

namespace CreditKit.Templates.Compiled;

/// <summary>
/// A composed template as a tree that writes bytes: text between braces is UTF-8 already, every variable is a compiled
/// getter of its model's type. The language is exactly what <see cref="TemplateScanner"/> lets through, with the rules of
/// Handlebars for blank lines and for what counts as nothing.
/// </summary>
internal sealed class PageProgram
{
    private readonly Node[] _nodes;

    private PageProgram(Node[] nodes) => _nodes = nodes;

    /// <summary>Compiles a text whose variables the composer has checked.</summary>
    /// <param name="page">Name of the page, for faults.</param>
    /// <param name="text">Layout, page and parts as one text.</param>
    /// <param name="model">Type of the page's model.</param>
    public static PageProgram Compile(string page, string text, Type model)
    {
        var tokens = TemplateScanner.Scan(new TemplateFile(page, text));
        var reader = new Reader(text, tokens, Blanks(text, tokens));
        return new(reader.Block(new([model]), out _));
    }

    /// <summary>Writes a page.</summary>
    public void Write(object model, IBufferWriter<byte> output)
    {
        var scope = new Scope(null) { Value = model };
        var writer = new HtmlWriter(output);
        foreach (var node in _nodes) node.Write(scope, ref writer);
        writer.Flush();
    }

    // A block, an else or a comment that has its line to itself leaves no empty line behind.
    private static (int Before, int After)[] Blanks(string text, List<TemplateToken> tokens)
    {
        var blanks = new (int, int)[tokens.Count];
        for (var i = 0; i < blanks.Length; i++)
        {
            var token = tokens[i];
            var (start, end) = (token.Start, token.Start + token.Length);
            if (text[start + 2] == '~') start = text.AsSpan(0, start).TrimEnd().Length;
            if (text[end - 3] == '~') end = text.Length - text.AsSpan(end).TrimStart().Length;
            if (token.Kind is not (TemplateTokenKind.Value or TemplateTokenKind.Include))
            {
                var (from, to) = (start, end);
                while (from > 0 && text[from - 1] is ' ' or '\t') from--;
                while (to < text.Length && text[to] is ' ' or '\t' or '\r') to++;
                if ((from == 0 || text[from - 1] == '\n') && (to == text.Length || text[to] == '\n')) (start, end) = (from, Math.Min(text.Length, to + 1));
            }

            blanks[i] = (start, end);
        }

        return blanks;
    }

    private sealed class Reader(string text, List<TemplateToken> tokens, (int Before, int After)[] blanks)
    {
        private int _at;
        private int _token;

        // The outermost scope that was named since it was set, counted from the page's own.
        private int _outermost = int.MaxValue;

        public Node[] Block(Stack<Type> scope, out bool hasElse)
        {
            var nodes = new List<Node>();
            hasElse = false;
            while (_token < tokens.Count)
            {
                var token = tokens[_token];
                var (before, after) = blanks[_token++];
                Literal(nodes, before);
                _at = Math.Max(_at, after);
                switch (token.Kind)
                {
                    case TemplateTokenKind.Value:
                        nodes.Add(new ValueNode(Named(token.Path, scope)));
                        break;
                    case TemplateTokenKind.Open:
                        nodes.Add(Open(token, scope));
                        break;
                    case TemplateTokenKind.Else:
                        hasElse = true;
                        return [.. nodes];
                    case TemplateTokenKind.Close:
                        return [.. nodes];
                }
            }

            Literal(nodes, text.Length);
            return [.. nodes];
        }

        private Node Open(TemplateToken token, Stack<Type> scope)
        {
            var variable = Named(token.Path, scope);
            var before = _outermost;
            var scoped = token.Name is "each" or "with";
            if (scoped)
            {
                _outermost = int.MaxValue;
                scope.Push(token.Name == "each" ? variable.Type.GetGenericArguments()[0] : variable.Type);
            }

            var body = Block(scope, out var hasElse);
            var closed = scoped && _outermost >= scope.Count - 1;
            if (scoped) scope.Pop();
            _outermost = Math.Min(_outermost, before);
            var otherwise = hasElse ? Block(scope, out _) : [];
            return token.Name switch
            {
                "each" => new EachNode(variable, body, otherwise, closed),
                "with" => new WithNode(variable, body, otherwise),
                "unless" => new IfNode(variable, otherwise, body),
                _ => new IfNode(variable, body, otherwise),
            };
        }

        // The place of an item in its list is no property of the item.
        private Variable Named(string path, Stack<Type> scope)
        {
            var up = path.StartsWith('@') ? 1 : 0;
            for (var rest = path; rest.StartsWith("../", StringComparison.Ordinal); rest = rest[3..]) up++;
            _outermost = Math.Min(_outermost, scope.Count - 1 - up);
            return Variable.Of(path, scope);
        }

        private void Literal(List<Node> nodes, int end)
        {
            if (end > _at) nodes.Add(new TextNode(Encoding.UTF8.GetBytes(text[_at..end])));
            _at = Math.Max(_at, end);
        }
    }
}
