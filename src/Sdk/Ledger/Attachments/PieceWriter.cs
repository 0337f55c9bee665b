using System.Security.Cryptography;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;

namespace CreditKit.Ledger.Attachments;

/// <summary>Takes bytes in as they come and keeps them in encrypted pieces, a few to a transaction: memory stays flat and nobody waits long for the ledger.</summary>
/// <param name="table">Where they go.</param>
/// <param name="draft">What they belong to.</param>
/// <param name="page">0: the original; 1 and up: pages of the copy.</param>
internal sealed class PieceWriter(AttachmentTable table, AttachmentDraft draft, int page) : IDisposable
{
    private const int Group = 8;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<byte[]> _ready = [];
    private readonly byte[] _piece = new byte[AttachmentPage.PieceSize];
    private int _filled;
    private int _written;

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var step = Math.Min(bytes.Length, _piece.Length - _filled);
            bytes[..step].CopyTo(_piece.AsSpan(_filled));
            bytes = bytes[step..];
            _filled += step;
            if (_filled < _piece.Length) continue;
            _ready.Add(_piece.ToArray());
            _filled = 0;
            if (_ready.Count == Group) Flush();
        }
    }

    /// <summary>Everything is there; the SHA-256, lower-case hexadecimal.</summary>
    public string Finish()
    {
        if (_filled > 0) _ready.Add(_piece[.._filled]);
        _filled = 0;
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        if (_ready.Count == 0) return;
        table.Write(draft, page, _written, _ready);
        _written += _ready.Count;
        _ready.Clear();
    }
}
