using System.Buffers.Binary;
using System.Buffers.Text;

namespace CreditKit.Publication.Sqlite;

/// <summary>How far somebody's copy has come: which public.db, how far in the change feed, up to which moment.</summary>
internal readonly record struct IncrementToken(long Identity, long Sequence, long At)
{
    private const int Size = 24;

    /// <summary>As text for a URL.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Identity);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Sequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], At);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a token; null when it is none.</summary>
    public static IncrementToken? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (text is not { Length: 32 } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Size) return null;
        var token = new IncrementToken(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadInt64BigEndian(bytes[16..]));
        return token.Sequence < 0 || token.At < 0 ? null : token;
    }
}
