namespace CreditKit.Ledger;

/// <summary>
/// Cryptography at rest. The built-in one is AES-256-GCM under a key file; a certified module (SM4, an HSM behind SDF or
/// PKCS#11) takes its place through <c>CreditKitOptions.FieldProtector</c>. Every record has a data key of its own, and
/// only that is wrapped under the master key, so a module may keep the master key inside. Must be safe for concurrent callers.
/// </summary>
public interface IFieldProtector
{
    /// <summary>Name of the scheme, e.g. <c>aes-256-gcm</c> or <c>sm4-gcm</c>; kept in the ledger, which opens under this scheme only.</summary>
    string Scheme { get; }

    /// <summary>Wraps a data key under the master key in force. The answer must say by itself which master key that was.</summary>
    /// <param name="dataKey">32 random bytes.</param>
    byte[] Wrap(ReadOnlySpan<byte> dataKey);

    /// <summary>Unwraps a data key, also one wrapped under an earlier master key.</summary>
    /// <param name="wrapped">What <see cref="Wrap"/> made.</param>
    /// <exception cref="CreditKitException">CK1302: that master key is not here; CK1304: it is another one.</exception>
    byte[] Unwrap(ReadOnlySpan<byte> wrapped);

    /// <summary>Whether a wrapped data key is wrapped under the master key in force; others are wrapped anew by <c>creditkit keys rotate</c>.</summary>
    /// <param name="wrapped">What <see cref="Wrap"/> made.</param>
    bool IsCurrent(ReadOnlySpan<byte> wrapped);

    /// <summary>Encrypts under a data key, with authentication.</summary>
    /// <param name="dataKey">32 bytes; a cipher with a shorter key takes the first ones.</param>
    /// <param name="plain">What is to be hidden.</param>
    /// <param name="place">Associated data that ties the answer to its row and column.</param>
    byte[] Encrypt(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place);

    /// <summary>Decrypts what <see cref="Encrypt"/> made.</summary>
    /// <param name="dataKey">The same data key.</param>
    /// <param name="blob">The answer of <see cref="Encrypt"/>.</param>
    /// <param name="place">The same associated data.</param>
    /// <exception cref="CreditKitException">CK1304: key, place or content do not fit.</exception>
    byte[] Decrypt(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> place);

    /// <summary>Keyed hash for matching, 32 bytes; the key must never change, or nothing would match any more.</summary>
    /// <param name="data">What is to be matched.</param>
    byte[] Hash(ReadOnlySpan<byte> data);
}
