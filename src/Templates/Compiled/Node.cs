using System.Buffers;

namespace CreditKit.Templates.Compiled;

/// <summary>A piece of a page.</summary>
internal abstract class Node
{
    public abstract void Write(Scope scope, IBufferWriter<byte> output);

    protected static void Write(Node[] nodes, Scope scope, IBufferWriter<byte> output)
    {
        foreach (var node in nodes) node.Write(scope, output);
    }
}
