namespace CreditKit.Templates.Compiled;

/// <summary>A piece of a page.</summary>
internal abstract class Node
{
    public abstract void Write(Scope scope, ref HtmlWriter output);

    protected static void Write(Node[] nodes, Scope scope, ref HtmlWriter output)
    {
        foreach (var node in nodes) node.Write(scope, ref output);
    }
}
