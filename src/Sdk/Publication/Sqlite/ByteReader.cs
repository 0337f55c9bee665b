using System.Text;

namespace CreditKit.Publication.Sqlite;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> _rest = source;

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }

    public int Int() => (int)Number();

    public ReadOnlySpan<byte> Utf8()
    {
        var length = (int)Number();
        var text = _rest[..length];
        _rest = _rest[length..];
        return text;
    }

    public string Text()
    {
        var utf8 = Utf8();
        return utf8.IsEmpty ? "" : Encoding.UTF8.GetString(utf8);
    }

    public void Skip() => Utf8();

    public long? Optional() => Number() is var n && n == 0 ? null : (long)(n - 1);
}
