using System.Buffers;

namespace CreditKit.Templates.Compiled;

/// <summary>What stands between the braces.</summary>
internal sealed class TextNode(byte[] utf8) : Node
{
    public override void Write(Scope scope, IBufferWriter<byte> output) => output.Write(utf8);
}
