namespace CreditKit.Desensitization.Papers;

/// <summary>Makes the only form in which a paper may become public: pictures without metadata. What cannot be cleared is refused.</summary>
internal static class PaperCleaner
{
    /// <summary>The cleared copies, page by page, each with its file extension.</summary>
    /// <param name="paper">A PNG, JPEG or PDF, known by its first bytes, never by its name.</param>
    /// <exception cref="CreditKitException">CK1431 to CK1433: it cannot be cleared.</exception>
    public static IReadOnlyList<(byte[] Content, string Extension)> Clear(byte[] paper)
    {
        ReadOnlySpan<byte> bytes = paper;
        if (bytes.StartsWith("%PDF-"u8)) return [.. PdfPages.Render(bytes).Select(p => (p, ".png"))];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return [(ImageCleaner.Png(bytes) ?? throw Refused("图片损坏"), ".png")];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return [(ImageCleaner.Jpeg(bytes) ?? throw Refused("图片损坏"), ".jpg")];
        throw Refused("只有 PNG、JPG 和 PDF 能清除隐藏信息");
    }

    private static CreditKitException Refused(string why) => new("CK1433", $"这份文件不能公开：{why}。", "请另存为 PNG、JPG 或 PDF 后再试。");
}
