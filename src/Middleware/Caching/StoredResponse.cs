using System.IO.Compression;

namespace CreditKit.AspNetCore;

/// <summary>
/// A finished answer: the bytes, compressed on first demand and kept, with a strong tag for each representation.
/// </summary>
internal sealed class StoredResponse
{
    private readonly byte[] _identity;
    private byte[]? _brotli;
    private byte[]? _gzip;
    private readonly string?[] _tags = new string?[3];

    public StoredResponse(ReadOnlySpan<byte> body, string contentType, int status = 200)
    {
        _identity = body.ToArray();
        ContentType = contentType;
        Status = status;
        Hash = Fingerprint.Of(body);
    }

    public string ContentType { get; }

    public int Status { get; }

    /// <summary>24 hexadecimal digits of the content.</summary>
    public string Hash { get; }

    /// <summary>Header that answers of a kind carry beside the usual ones.</summary>
    public (string Name, string Value)? Extra { get; init; }

    /// <summary>Which sites may frame it; null: this one.</summary>
    public string? FrameAncestors { get; init; }

    /// <summary>Title of a page that stands in a frame; null for anything else.</summary>
    public string? Title { get; init; }

    /// <summary>The strong tag of a representation.</summary>
    public string Tag(ContentCoding coding) => _tags[(int)coding] ??= coding switch
    {
        ContentCoding.Brotli => $"\"{Hash}-br\"",
        ContentCoding.Gzip => $"\"{Hash}-gz\"",
        _ => $"\"{Hash}\"",
    };

    /// <summary>Bytes held at most: compressed forms are smaller than the plain one.</summary>
    public long Size => 512 + (_identity.Length * 2L);

    public byte[] Body(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli ??= Compress(output => new BrotliStream(output, CompressionLevel.Optimal)),
        ContentCoding.Gzip => _gzip ??= Compress(output => new GZipStream(output, CompressionLevel.Optimal)),
        _ => _identity,
    };

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var output = new MemoryStream(_identity.Length / 3);
        using (var stream = open(output)) stream.Write(_identity);
        return output.ToArray();
    }
}
