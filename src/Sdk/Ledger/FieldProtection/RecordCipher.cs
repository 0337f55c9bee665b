using System.Security.Cryptography;
using System.Text;

namespace CreditKit.Ledger;

/// <summary>
/// Encryption at rest: a data key per record, wrapped under the key file's current key, so that destroying a record's
/// data key erases the record and rotating the key file rewrites only the wrapped keys. AES-256-GCM throughout.
/// Layout of every blob: nonce (12) | cipher text | tag (16).
/// </summary>
internal sealed class RecordCipher(KeyRing keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>A new data key, and the same key wrapped for storing: key number (1) | blob.</summary>
    public static byte[] NewDataKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Wraps a data key under the current key of the key file.</summary>
    public byte[] Wrap(byte[] dataKey) => [keys.Current, .. Encrypt(keys.Wrapping(keys.Current), dataKey, "data-key"u8)];

    /// <summary>Unwraps a stored data key.</summary>
    public byte[] Unwrap(byte[] wrapped) => Decrypt(keys.Wrapping(wrapped[0]), wrapped.AsSpan(1), "data-key"u8);

    /// <summary>Encrypts with associated data that ties the blob to its place, so that blobs cannot be swapped.</summary>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var blob = new byte[NonceSize + plain.Length + TagSize];
        var nonce = blob.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, blob.AsSpan(NonceSize, plain.Length), blob.AsSpan(NonceSize + plain.Length), place);
        return blob;
    }

    /// <summary>Decrypts; throws <see cref="CreditKitException"/> when key, place or content do not fit.</summary>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> place)
    {
        try
        {
            var plain = new byte[blob.Length - NonceSize - TagSize];
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(blob[..NonceSize], blob[NonceSize..^TagSize], blob[^TagSize..], plain, place);
            return plain;
        }
        catch (Exception e) when (e is CryptographicException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new CreditKitException("CK1304", "台账内容无法解密：密钥不符，或数据被改动过。", "请确认密钥文件属于这份台账；若属于，请用 creditkit audit verify 检查并从备份恢复。");
        }
    }

    /// <summary>Keyed hash for matching: 32 bytes that say nothing without the key.</summary>
    public byte[] Index(string purpose, string text) => HMACSHA256.HashData(keys.IndexKey, Encoding.UTF8.GetBytes(purpose + "\0" + text));

    /// <summary>Keyed hash of bytes.</summary>
    public byte[] Index(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(keys.IndexKey, bytes);

    /// <summary>Encrypts what belongs to no record (rejected rows), under the current key.</summary>
    public byte[] Seal(string text, string place) => [keys.Current, .. Encrypt(keys.Wrapping(keys.Current), Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(place))];

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    public string Open(byte[] sealedText, string place) => Encoding.UTF8.GetString(Decrypt(keys.Wrapping(sealedText[0]), sealedText.AsSpan(1), Encoding.UTF8.GetBytes(place)));
}
