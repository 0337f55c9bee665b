namespace CreditKit.Templates.Compiled;

/// <summary><c>{{#with}}</c>.</summary>
internal sealed class WithNode(Variable variable, Node[] body, Node[] otherwise) : Node
{
    public override void Write(Scope scope, ref HtmlWriter output)
    {
        if (variable.Holds(scope)) Write(body, new Scope(scope) { Value = variable.Get(scope) }, ref output);
        else Write(otherwise, scope, ref output);
    }
}
