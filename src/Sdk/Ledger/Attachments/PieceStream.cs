using CreditKit.Records;

namespace CreditKit.Ledger.Attachments;

/// <summary>Reads pieces one after the other, decrypting each when it is needed. A piece that is missing is told, never passed over.</summary>
/// <param name="length">Bytes in all.</param>
/// <param name="piece">The piece with a number; null when it is gone.</param>
internal sealed class PieceStream(long length, Func<int, byte[]?> piece) : Stream
{
    private byte[] _piece = [];
    private int _at;
    private int _next;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_read >= length || buffer.IsEmpty) return 0;
        if (_at == _piece.Length)
        {
            var due = (int)Math.Min(AttachmentPage.PieceSize, length - _read);
            _piece = piece(_next++) is { } found && found.Length == due
                ? found
                : throw new CreditKitException("CK1264", "附件的内容不完整。", "附件可能刚被依法删除；否则请用 creditkit audit verify 检查，并从备份恢复。");
            _at = 0;
        }

        var step = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, step).CopyTo(buffer);
        _at += step;
        _read += step;
        return step;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
