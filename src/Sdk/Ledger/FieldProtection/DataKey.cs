namespace CreditKit.Ledger;

/// <summary>The key of one record or case: whoever destroys it erases that record.</summary>
internal sealed class DataKey(byte[] secret, IFieldProtector protector)
{
    /// <summary>Encrypts for a place, so that blobs cannot be swapped.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place) => protector.Encrypt(secret, plain, place);

    /// <summary>Decrypts; throws <see cref="CreditKitException"/> when key, place or content do not fit.</summary>
    public byte[] Decrypt(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> place) => protector.Decrypt(secret, blob, place);

    /// <summary>The key wrapped for storing.</summary>
    public byte[] Wrap() => protector.Wrap(secret);
}
