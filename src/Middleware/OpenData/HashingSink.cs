using System.Buffers;
using System.Security.Cryptography;

namespace CreditKit.AspNetCore;

/// <summary>Gathers bytes, counts and hashes them on their way into a file of an archive.</summary>
internal sealed class HashingSink(Stream target) : IBufferWriter<byte>, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _waiting = new(1 << 16);

    /// <summary>Bytes passed on.</summary>
    public long Bytes { get; private set; }

    public void Advance(int count) => _waiting.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _waiting.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _waiting.GetSpan(sizeHint);

    /// <summary>Passes on what waits.</summary>
    public void Pass()
    {
        var bytes = _waiting.WrittenSpan;
        _hash.AppendData(bytes);
        target.Write(bytes);
        Bytes += bytes.Length;
        _waiting.ResetWrittenCount();
    }

    /// <summary>Of everything passed on.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
