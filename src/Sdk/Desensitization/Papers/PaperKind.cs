namespace CreditKit.Desensitization.Papers;

/// <summary>What a paper is, by its first bytes; its name says nothing. Only these kinds can be cleared.</summary>
internal static class PaperKind
{
    public const string Png = "image/png", Jpeg = "image/jpeg", Pdf = "application/pdf";

    /// <summary>So many first bytes are enough.</summary>
    public const int HeadLength = 8;

    /// <summary>The media type; null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : null;
}
