using System.Security.Cryptography;

namespace CreditKit.Ledger;

/// <summary>The keyed hash that a thread used last; every record asks for four under one key.</summary>
internal sealed class HashSlot(byte[] key, IncrementalHash hash)
{
    /// <summary>The hash under a key, made when it is another one than the last.</summary>
    public static HashSlot For(ref HashSlot? slot, byte[] key)
    {
        if (slot is { } last && last.Fits(key)) return last;
        slot?.Clear();
        return slot = new HashSlot([.. key], IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));
    }

    /// <summary>HMAC-SHA-256 of the data, 32 bytes.</summary>
    public byte[] Of(ReadOnlySpan<byte> data)
    {
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }

    private bool Fits(byte[] other) => CryptographicOperations.FixedTimeEquals(key, other);

    private void Clear()
    {
        CryptographicOperations.ZeroMemory(key);
        hash.Dispose();
    }
}
