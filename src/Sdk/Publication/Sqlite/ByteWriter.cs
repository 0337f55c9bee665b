using System.Buffers;
using System.Text;

namespace CreditKit.Publication.Sqlite;

/// <summary>Compact values in a growing buffer: variable-length numbers, length-prefixed UTF-8.</summary>
internal readonly struct ByteWriter(ArrayBufferWriter<byte> target)
{
    /// <summary>A number; small ones take one byte.</summary>
    public void Number(ulong value)
    {
        var span = target.GetSpan(10);
        var n = 0;
        while (value >= 0x80)
        {
            span[n++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[n++] = (byte)value;
        target.Advance(n);
    }

    /// <summary>A text with its length.</summary>
    public void Text(string text)
    {
        Number((ulong)Encoding.UTF8.GetByteCount(text));
        target.Advance(Encoding.UTF8.GetBytes(text, target.GetSpan(text.Length * 3 + 1)));
    }

    /// <summary>A number or nothing.</summary>
    public void Optional(long? value) => Number(value is { } v ? (ulong)v + 1 : 0);
}
