using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CreditKit.Ledger;

/// <summary>
/// Append-only entries, each with the hash of the one before (等保 8.1.4.3; requirement 002-22). The hash covers every
/// column, so an entry that is missing, changed or moved is found and located.
/// </summary>
internal static class AuditChain
{
    private const int Numbers = 24, Small = 512;

    /// <summary>The hash before the first entry.</summary>
    public static readonly byte[] Origin = new byte[32];

    /// <summary>Hash of an entry: SHA-256 over the former hash and every column, each with its length.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, long number, long at, string actor, string act, string outcome, long? recordId, string detail)
    {
        var size = previous.Length + Numbers + Size(actor) + Size(act) + Size(outcome) + Size(detail);
        Span<byte> entry = size <= Small ? stackalloc byte[size] : new byte[size];
        previous.CopyTo(entry);
        var rest = entry[previous.Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, number);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], at);
        BinaryPrimitives.WriteInt64BigEndian(rest[16..], recordId ?? 0);
        rest = Append(Append(Append(Append(rest[Numbers..], actor), act), outcome), detail);
        return SHA256.HashData(entry[..^rest.Length]);
    }

    private static int Size(string text) => sizeof(int) + Encoding.UTF8.GetByteCount(text);

    private static Span<byte> Append(Span<byte> rest, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, rest[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(rest, length);
        return rest[(sizeof(int) + length)..];
    }
}
