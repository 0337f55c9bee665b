using System.Buffers.Binary;

namespace CreditKit.Desensitization.Papers;

/// <summary>Cuts a stream of pictures, one written behind the other, into pictures.</summary>
internal sealed class PageSplitter(Stream stream, int largest) : IDisposable
{
    private readonly BufferedStream _source = new(stream, 1 << 16);
    private readonly byte[] _head = new byte[8];

    /// <summary>The next picture; null at the end of the stream. What is neither PNG nor JPEG, is cut off or is too large is an <see cref="InvalidDataException"/>.</summary>
    public byte[]? Next()
    {
        var first = _source.ReadByte();
        if (first < 0) return null;
        var page = new MemoryStream();
        page.WriteByte((byte)first);
        if (first == 0x89) Png(page);
        else if (first == 0xFF) Jpeg(page);
        else throw new InvalidDataException("Not a picture.");
        return page.ToArray();
    }

    public void Dispose() => _source.Dispose();

    private void Png(MemoryStream page)
    {
        Copy(page, 7);
        while (true)
        {
            _source.ReadExactly(_head);
            page.Write(_head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(_head);
            Copy(page, (long)length + 4);
            if (_head.AsSpan(4).SequenceEqual("IEND"u8)) return;
        }
    }

    private void Jpeg(MemoryStream page)
    {
        Copy(page, 1);
        while (true)
        {
            var marker = Marker(page);
            if (marker == 0xD9) return;
            Segment(page);
            if (marker != 0xDA) continue;
            if (Scan(page) == 0xD9) return;
            Segment(page);
        }
    }

    private byte Marker(MemoryStream page)
    {
        var value = Take(page);
        if (value != 0xFF) throw new InvalidDataException("Not a JPEG marker.");
        while (value == 0xFF) value = Take(page);
        return value;
    }

    private void Segment(MemoryStream page)
    {
        var length = Take(page) << 8 | Take(page);
        Copy(page, length - 2);
    }

    // To the marker that ends the scan; stuffed zeros and restarts belong to it.
    private byte Scan(MemoryStream page)
    {
        while (true)
        {
            if (Take(page) != 0xFF) continue;
            var marker = Take(page);
            while (marker == 0xFF) marker = Take(page);
            if (marker is 0xDA)
            {
                Segment(page);
                continue;
            }

            if (marker is not (0 or >= 0xD0 and <= 0xD7)) return marker;
        }
    }

    private byte Take(MemoryStream page)
    {
        var value = _source.ReadByte();
        if (value < 0 || page.Length >= largest) throw new InvalidDataException("Cut off, or too large.");
        page.WriteByte((byte)value);
        return (byte)value;
    }

    private void Copy(MemoryStream page, long count)
    {
        if (count < 0 || page.Length + count > largest) throw new InvalidDataException("Too large.");
        var at = (int)page.Length;
        page.SetLength(at + count);
        _source.ReadExactly(page.GetBuffer().AsSpan(at, (int)count));
        page.Position = page.Length;
    }
}
