using System.Security.Cryptography;

namespace CreditKit.Ledger;

/// <summary>The cipher of the key that a thread used last: a record's payload and source are encrypted one after the other.</summary>
internal sealed class CipherSlot(byte[] key, AesGcm cipher)
{
    /// <summary>Bytes of the authentication tag.</summary>
    public const int TagSize = 16;

    /// <summary>The cipher under a key, made when it is another one than the last.</summary>
    public static AesGcm For(ref CipherSlot? slot, ReadOnlySpan<byte> key)
    {
        if (slot is { } last && last.Fits(key)) return last.Cipher;
        slot?.Clear();
        return (slot = new CipherSlot(key.ToArray(), new AesGcm(key, TagSize))).Cipher;
    }

    private AesGcm Cipher => cipher;

    private bool Fits(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(key, other);

    private void Clear()
    {
        CryptographicOperations.ZeroMemory(key);
        cipher.Dispose();
    }
}
