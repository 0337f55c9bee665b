using System.Security.Cryptography;

namespace CreditKit.Ledger;

/// <summary>AES-256-GCM under a key file. Layout of every blob: nonce (12) | cipher text | tag (16); a wrapped key has the number of its master key before it.</summary>
internal sealed class AesFieldProtector(KeyRing keys) : IFieldProtector
{
    private const int NonceSize = 12;
    private const int TagSize = CipherSlot.TagSize;

    // Setting up a cipher or a keyed hash costs several times as much as a short text under it.
    [ThreadStatic] private static CipherSlot? t_cipher;
    [ThreadStatic] private static CipherSlot? t_wrapping;
    [ThreadStatic] private static HashSlot? t_hash;
    [ThreadStatic] private static NoncePool? t_nonces;

    /// <inheritdoc/>
    public string Scheme => "aes-256-gcm";

    /// <inheritdoc/>
    public byte[] Wrap(ReadOnlySpan<byte> dataKey)
    {
        var current = keys.Current;
        return [current, .. Encrypt(CipherSlot.For(ref t_wrapping, keys.Wrapping(current)), dataKey, "data-key"u8)];
    }

    /// <inheritdoc/>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped) => Decrypt(CipherSlot.For(ref t_wrapping, keys.Wrapping(wrapped[0])), wrapped[1..], "data-key"u8);

    /// <inheritdoc/>
    public bool IsCurrent(ReadOnlySpan<byte> wrapped) => wrapped[0] == keys.Current;

    /// <inheritdoc/>
    public byte[] Encrypt(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place) =>
        Encrypt(CipherSlot.For(ref t_cipher, dataKey), plain, place);

    /// <inheritdoc/>
    public byte[] Decrypt(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> place) =>
        Decrypt(CipherSlot.For(ref t_cipher, dataKey), blob, place);

    /// <inheritdoc/>
    public byte[] Hash(ReadOnlySpan<byte> data) => HashSlot.For(ref t_hash, keys.IndexKey).Of(data);

    /// <summary>Puts a new master key in force.</summary>
    public void Renew() => keys.Add();

    /// <summary>Former master keys are kept for older backups only, or forgotten.</summary>
    public void Retire(bool forget) => keys.Retire(forget);

    private static byte[] Encrypt(AesGcm aes, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var blob = new byte[NonceSize + plain.Length + TagSize];
        var nonce = blob.AsSpan(0, NonceSize);
        (t_nonces ??= new NoncePool()).Fill(nonce);
        aes.Encrypt(nonce, plain, blob.AsSpan(NonceSize, plain.Length), blob.AsSpan(NonceSize + plain.Length), place);
        return blob;
    }

    private static byte[] Decrypt(AesGcm aes, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> place)
    {
        try
        {
            var plain = new byte[blob.Length - NonceSize - TagSize];
            aes.Decrypt(blob[..NonceSize], blob[NonceSize..^TagSize], blob[^TagSize..], plain, place);
            return plain;
        }
        catch (Exception e) when (e is CryptographicException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new CreditKitException("CK1304", "台账内容无法解密：密钥不符，或数据被改动过。", "请确认密钥文件属于这份台账；若属于，请用 creditkit audit verify 检查并从备份恢复。");
        }
    }
}
