namespace CreditKit.Templates.Compiled;

/// <summary>What stands between the braces.</summary>
internal sealed class TextNode(byte[] utf8) : Node
{
    public override void Write(Scope scope, ref HtmlWriter output) => output.Write(utf8);
}
