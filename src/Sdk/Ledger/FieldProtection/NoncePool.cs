using System.Security.Cryptography;

namespace CreditKit.Ledger;

/// <summary>Random bytes taken in bulk, each given out once. For nonces, which are no secrets.</summary>
internal sealed class NoncePool
{
    private readonly byte[] _bytes = new byte[3_072];
    private int _used = 3_072;

    /// <summary>Fills with bytes that nobody had before.</summary>
    public void Fill(Span<byte> nonce)
    {
        if (_used + nonce.Length > _bytes.Length)
        {
            RandomNumberGenerator.Fill(_bytes);
            _used = 0;
        }

        _bytes.AsSpan(_used, nonce.Length).CopyTo(nonce);
        _used += nonce.Length;
    }
}
