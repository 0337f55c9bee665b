using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// The sign of life of a process that takes outbox rows up: a file beside the ledger that the operating system keeps
/// locked exactly as long as the process lives, whatever ends it. Its number stands in every lease it takes, so that the
/// rows of a dead process are told from those of a slow one at once. Numbers are never used twice; the next sender removes
/// the marks of those that are gone.
/// </summary>
internal sealed class SenderMark : IDisposable
{
    private const string Infix = ".sender-";
    private readonly FileStream _file;

    private SenderMark(long id, FileStream file) => (Id, _file) = (id, file);

    /// <summary>The number.</summary>
    public long Id { get; }

    /// <summary>Locks a mark of our own.</summary>
    public static SenderMark Take(string ledgerPath)
    {
        var id = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
        return new SenderMark(id, new FileStream(FileOf(ledgerPath, id), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>A lease of this sender: its number, and a random part so that no two leases are the same.</summary>
    public Guid NewLease()
    {
        Span<byte> token = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(token, Id);
        RandomNumberGenerator.Fill(token[8..]);
        return new Guid(token);
    }

    /// <summary>How the leases of a sender begin.</summary>
    public static byte[] LeasePrefix(long id)
    {
        var prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, id);
        return prefix;
    }

    /// <summary>Senders that left a mark, ourselves included.</summary>
    public static IEnumerable<long> Known(string ledgerPath)
    {
        var full = Path.GetFullPath(ledgerPath);
        var name = Path.GetFileName(full) + Infix;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(full)!, name + "*"))
            if (long.TryParse(Path.GetFileName(file.AsSpan())[name.Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id)) yield return id;
    }

    /// <summary>
    /// The locked mark of a sender that is dead; null while it lives, or when another process is looking after it. To be
    /// disposed.
    /// </summary>
    public static SenderMark? OfDead(string ledgerPath, long id)
    {
        try
        {
            return new SenderMark(id, new FileStream(FileOf(ledgerPath, id), FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes the mark of a dead sender whose rows were all taken back.</summary>
    public void Remove() => File.Delete(_file.Name);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string FileOf(string ledgerPath, long id) => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(ledgerPath)}{Infix}{id:x16}");
}
