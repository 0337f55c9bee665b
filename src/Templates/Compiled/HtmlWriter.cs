using System.Buffers;
using System.Text;

namespace CreditKit.Templates.Compiled;

/// <summary>Writes a page into the memory of its receiver, a stretch at a time; <see cref="Flush"/> hands over what is left.</summary>
internal ref struct HtmlWriter(IBufferWriter<byte> output)
{
    private const int Stretch = 4 * 1024;
    private Span<byte> _free;
    private int _written;

    /// <summary>Writes bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Took(utf8.Length);
    }

    /// <summary>Writes a text as it is.</summary>
    public void Raw(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty) Took(Encoding.UTF8.GetBytes(text, Room(text.Length * 3)));
    }

    /// <summary>Writes a text encoded.</summary>
    public void Encode(string? text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(HtmlText.Special) is var at and >= 0)
        {
            Raw(rest[..at]);
            Raw(HtmlText.Entity(rest[at]));
            rest = rest[(at + 1)..];
        }

        Raw(rest);
    }

    /// <summary>Hands over what was written.</summary>
    public void Flush()
    {
        if (_written > 0) output.Advance(_written);
        _free = default;
        _written = 0;
    }

    private Span<byte> Room(int bytes)
    {
        if (_free.Length < bytes)
        {
            Flush();
            _free = output.GetSpan(Math.Max(bytes, Stretch));
        }

        return _free;
    }

    private void Took(int bytes)
    {
        _free = _free[bytes..];
        _written += bytes;
    }
}
