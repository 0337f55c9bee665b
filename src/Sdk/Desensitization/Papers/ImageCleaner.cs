using System.Buffers.Binary;

namespace CreditKit.Desensitization.Papers;

/// <summary>
/// Copies of images without anything but the picture: no EXIF, place, thumbnail, comment, editing history, and nothing
/// behind the end. The picture itself is copied bit by bit; a turn that stood only in the EXIF is lost.
/// </summary>
internal static class ImageCleaner
{
    // A small file can claim to be a picture that fills the memory of whoever opens it.
    private const long MostPixels = 120_000_000;
    private static readonly string[] s_pngChunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"];

    /// <summary>The cleared copy; null when the image is damaged.</summary>
    public static byte[]? Png(ReadOnlySpan<byte> image)
    {
        using var clean = new MemoryStream(image.Length);
        clean.Write(image[..8]);
        for (var at = 8; at + 12 <= image.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(image[at..]);
            if (length > (uint)(image.Length - at - 12)) return null;
            var name = System.Text.Encoding.Latin1.GetString(image.Slice(at + 4, 4));
            var chunk = image.Slice(at, (int)length + 12);
            if (name == "IHDR" && length >= 8 && (long)BinaryPrimitives.ReadUInt32BigEndian(image[(at + 8)..]) * BinaryPrimitives.ReadUInt32BigEndian(image[(at + 12)..]) > MostPixels) return null;
            if (s_pngChunks.Contains(name)) clean.Write(chunk);
            if (name == "IEND") return clean.ToArray();
            at += chunk.Length;
        }

        return null;
    }

    /// <summary>The cleared copy; null when the image is damaged.</summary>
    public static byte[]? Jpeg(ReadOnlySpan<byte> image)
    {
        using var clean = new MemoryStream(image.Length);
        clean.Write(image[..2]);
        for (var at = 2; at + 4 <= image.Length;)
        {
            if (image[at] != 0xFF) return null;
            var marker = image[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9) return End(clean);
            var length = BinaryPrimitives.ReadUInt16BigEndian(image[(at + 2)..]) + 2;
            if (length < 4 || at + length > image.Length) return null;
            var segment = image.Slice(at, length);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 9 && (long)BinaryPrimitives.ReadUInt16BigEndian(segment[5..]) * BinaryPrimitives.ReadUInt16BigEndian(segment[7..]) > MostPixels) return null;
            // Application data and comments go; of Adobe's only the twelve bytes that say how colours are coded stay.
            if (marker == 0xEE && length == 16 && segment[4..].StartsWith("Adobe"u8)) clean.Write(segment);
            else if (marker is not (>= 0xE0 and <= 0xEF or 0xFE)) clean.Write(segment);
            at += length;
            if (marker != 0xDA) continue;
            var end = at;
            while (end + 1 < image.Length && (image[end] != 0xFF || image[end + 1] is 0 or (>= 0xD0 and <= 0xD7))) end++;
            if (end + 1 >= image.Length) return null;
            clean.Write(image[at..end]);
            at = end;
            if (image[at + 1] == 0xD9) return End(clean);
        }

        return null;
    }

    private static byte[] End(MemoryStream clean)
    {
        clean.Write([0xFF, 0xD9]);
        return clean.ToArray();
    }
}
