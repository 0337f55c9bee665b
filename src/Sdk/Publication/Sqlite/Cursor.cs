using System.Buffers.Binary;
using System.Buffers.Text;

namespace CreditKit.Publication.Sqlite;

/// <summary>A place in a list: the key before (or, backwards, after) which it goes on. URL-safe; what cannot be read counts as none.</summary>
internal readonly record struct Cursor(long Key, bool Backwards)
{
    /// <summary>As text for a URL.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[9];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Key);
        bytes[8] = Backwards ? (byte)'p' : (byte)'n';
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor.</summary>
    public static Cursor? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[9];
        if (text is not { Length: 12 } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 9) return null;
        var key = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return key < 0 || bytes[8] is not ((byte)'p' or (byte)'n') ? null : new Cursor(key, bytes[8] == (byte)'p');
    }
}
