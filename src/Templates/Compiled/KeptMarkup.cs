using System.Buffers;

namespace CreditKit.Templates.Compiled;

/// <summary>What a template wrote for a model that serves many pages unchanged.</summary>
internal sealed class KeptMarkup
{
    private volatile Written? _written;

    /// <summary>The bytes that nodes write for the item of a scope; written once a template.</summary>
    public ReadOnlySpan<byte> Of(Node[] nodes, Scope item)
    {
        if (_written is { } known && ReferenceEquals(known.By, nodes)) return known.Utf8;
        var buffer = new ArrayBufferWriter<byte>(1024);
        var writer = new HtmlWriter(buffer);
        foreach (var node in nodes) node.Write(item, ref writer);
        writer.Flush();
        var written = new Written(nodes, buffer.WrittenSpan.ToArray());
        _written = written;
        return written.Utf8;
    }

    private sealed record Written(Node[] By, byte[] Utf8);
}
