using System.Buffers;

namespace CreditKit.Templates.Compiled;

/// <summary><c>{{#with}}</c>.</summary>
internal sealed class WithNode(Variable variable, Node[] body, Node[] otherwise) : Node
{
    public override void Write(Scope scope, IBufferWriter<byte> output)
    {
        if (variable.Holds(scope)) Write(body, new Scope(scope) { Value = variable.Get(scope) }, output);
        else Write(otherwise, scope, output);
    }
}
