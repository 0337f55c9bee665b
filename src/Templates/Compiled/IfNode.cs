namespace CreditKit.Templates.Compiled;

/// <summary><c>{{#if}}</c> and <c>{{#unless}}</c>.</summary>
internal sealed class IfNode(Variable variable, Node[] then, Node[] otherwise) : Node
{
    public override void Write(Scope scope, ref HtmlWriter output) => Write(variable.Holds(scope) ? then : otherwise, scope, ref output);
}
