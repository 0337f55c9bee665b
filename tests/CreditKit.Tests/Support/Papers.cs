using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CreditKit.Tests.Support;

/// <summary>Papers that hide words wherever their formats let them: the words are never visible in the picture.</summary>
internal static class Papers
{
    /// <summary>Poppler is on this machine.</summary>
    public static bool HasPoppler { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, OperatingSystem.IsWindows() ? "pdftoppm.exe" : "pdftoppm")));

    /// <summary>A PNG with words in text chunk, EXIF, a private chunk and behind its end.</summary>
    public static byte[] Png(string words, int pixels = 3) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]), .. Chunk("tEXt", Text(words)), .. Chunk("eXIf", Text(words)), .. Chunk("prVt", Text(words)),
        .. Chunk("IDAT", Noise(pixels)), .. Chunk("IEND", []), .. Text(words),
    ];

    /// <summary>A JPEG with words in its application segments, its comment and behind its end.</summary>
    public static byte[] Jpeg(string words) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, Text(words)), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Text(words)]), .. Segment(0xDB, [0, 1]), .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1]), .. Segment(0xFE, Text(words)),
        .. Segment(0xDA, [1, 0]), 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD3, 0x33, 0xFF, 0xD9, .. Text(words),
    ];

    /// <summary>A PDF with words in its metadata, as invisible text, as a bookmark and behind its end, on so many pages.</summary>
    public static byte[] Pdf(string words, int pages = 1)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words));
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{4 + 2 * i} 0 R"));
        List<string> objects = ["<</Type/Catalog/Pages 2 0 R>>", $"<</Type/Pages/Kids[{kids}]/Count {pages}>>", $"<</Author(a {words})/Title<FEFF{hex}>/Keywords({words})>>"];
        for (var i = 0; i < pages; i++)
        {
            // Text of mode 3 is there for those who copy, and not drawn.
            var content = $"BT /F1 24 Tf 72 700 Td (Page {(i + 1).ToString(CultureInfo.InvariantCulture)}) Tj 3 Tr ({words}) Tj ET % {words}";
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents {5 + 2 * i} 0 R>>");
            objects.Add($"<</Length {Encoding.UTF8.GetByteCount(content)}>>stream\n{content}\nendstream");
        }

        var text = new StringBuilder("%PDF-1.4\n");
        for (var i = 0; i < objects.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        return Encoding.UTF8.GetBytes(text.Append("trailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n").Append(words).ToString());
    }

    /// <summary>Whether bytes hold words in any encoding in which the papers above hide them.</summary>
    public static bool Hold(ReadOnlySpan<byte> bytes, string words) => bytes.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.IndexOf(Encoding.BigEndianUnicode.GetBytes(words)) >= 0
        || bytes.IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words)))) >= 0;

    private static byte[] Text(string words) => Encoding.UTF8.GetBytes(words);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(17).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(name), .. content, 0, 0, 0, 0];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
