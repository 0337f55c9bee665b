using System.IO.Compression;

namespace CreditKit.Cases;

/// <summary>What a paper is, by its first bytes; the name says nothing.</summary>
internal static class PaperType
{
    /// <summary>The kinds that are taken, as people are told.</summary>
    public const string Accepted = "PDF、OFD、JPG、PNG、GIF、BMP";

    private const int MostEntries = 4096;

    /// <summary>The media type; null for anything else.</summary>
    public static string? Of(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("%PDF-"u8)) return "application/pdf";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return "image/gif";
        if (IsBitmap(bytes)) return "image/bmp";
        return bytes.StartsWith("PK\u0003\u0004"u8) && IsOfd(content) ? "application/ofd" : null;
    }

    // "BM" alone begins many a text; the file size in the header must fit as well.
    private static bool IsBitmap(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 26 && bytes.StartsWith("BM"u8) && BitConverter.ToUInt32(bytes[2..6]) == bytes.Length;

    // GB/T 33190: a ZIP with OFD.xml at its root. Only the directory is read, nothing is unpacked.
    private static bool IsOfd(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return archive.Entries.Count <= MostEntries && archive.GetEntry("OFD.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
