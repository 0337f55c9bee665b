using System.Text;
using System.Text.Unicode;

namespace CreditKit.Intake.Readers;

/// <summary>Tells the encoding of a text file: byte order mark, valid UTF-8 throughout, or else GB18030.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the code pages known; .NET ships them unregistered.</summary>
    public static void Register() { }

    public static Encoding Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.ToUpperInvariant() is "GBK" or "GB2312" ? "GB18030" : name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException e)
        {
            throw new RecordFileException("CK1417", $"不认识编码“{name}”。", "可用 utf-8、gb18030、utf-16。", e);
        }
    }

    /// <summary>Reads the whole file once: a UTF-8 file whose first Chinese stands on row 100,000 is told as surely as any other.</summary>
    public static Encoding Detect(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        var kept = 0;
        var first = true;
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var length = kept + read;
            if (first)
            {
                if (buffer.AsSpan(0, length).StartsWith<byte>([0xFF, 0xFE])) return new UnicodeEncoding(false, true, true);
                if (buffer.AsSpan(0, length).StartsWith<byte>([0xFE, 0xFF])) return new UnicodeEncoding(true, true, true);
                first = false;
            }
            var end = length < buffer.Length;
            var whole = end ? length : length - Tail(buffer.AsSpan(0, length));
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return Named("GB18030");
            if (end) return new UTF8Encoding(true, true);
            kept = length - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    /// <summary>Bytes at the end that may be the start of a character cut in two.</summary>
    private static int Tail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
            if ((bytes[^back] & 0xC0) == 0xC0) return back;
        return 0;
    }
}
