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
    /// <summary>The hash before the first entry.</summary>
    public static readonly byte[] Origin = new byte[32];

    /// <summary>Hash of an entry: SHA-256 over the former hash and every column, each with its length.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, long number, long at, string actor, string act, string outcome, long? recordId, string detail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> numbers = stackalloc byte[24];
        BinaryPrimitives.WriteInt64BigEndian(numbers, number);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], at);
        BinaryPrimitives.WriteInt64BigEndian(numbers[16..], recordId ?? 0);
        hash.AppendData(numbers);
        Append(hash, actor);
        Append(hash, act);
        Append(hash, outcome);
        Append(hash, detail);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
