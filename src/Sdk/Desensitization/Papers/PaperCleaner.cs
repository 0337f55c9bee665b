namespace CreditKit.Desensitization.Papers;

/// <summary>Makes the only form in which a paper may become public: pictures without metadata. What cannot be cleared is refused.</summary>
internal static class PaperCleaner
{
    private const int LargestImage = 32 << 20;

    /// <summary>The cleared copies, page by page.</summary>
    /// <param name="paper">A PNG, JPEG or PDF, known by its first bytes, never by its name.</param>
    /// <exception cref="CreditKitException">CK1431 to CK1433: it cannot be cleared.</exception>
    public static IReadOnlyList<ClearedPage> Clear(byte[] paper)
    {
        List<ClearedPage> pages = [];
        using var stream = new MemoryStream(paper, writable: false);
        Clear(() => stream, PaperKind.Of(paper), pages.Add, () =>
        {
            pages.Clear();
            stream.Position = 0;
        });
        return pages;
    }

    /// <summary>The same, a page at a time: only one page is in memory.</summary>
    /// <param name="open">Opens the paper at its beginning.</param>
    /// <param name="mediaType">What <see cref="PaperKind"/> says it is.</param>
    /// <param name="page">Takes a page; they come in order.</param>
    /// <param name="again">The pages taken so far are void: they come again in another form.</param>
    public static void Clear(Func<Stream> open, string? mediaType, Action<ClearedPage> page, Action again)
    {
        switch (mediaType)
        {
            case PaperKind.Pdf:
                if (TryRender(open, PdfPages.Drawing, page)) return;

                // Photographs of paper are several times smaller as JPEG.
                again();
                _ = TryRender(open, PdfPages.Photograph, page);
                return;
            case PaperKind.Png:
                page(new ClearedPage(ImageCleaner.Png(Whole(open)) ?? throw Refused("图片损坏，或者像素过多"), ".png"));
                return;
            case PaperKind.Jpeg:
                page(new ClearedPage(ImageCleaner.Jpeg(Whole(open)) ?? throw Refused("图片损坏，或者像素过多"), ".jpg"));
                return;
            default:
                throw Refused("只有 PNG、JPG 和 PDF 能清除隐藏信息");
        }
    }

    private static bool TryRender(Func<Stream> open, PdfPages.Form form, Action<ClearedPage> page)
    {
        using var pdf = open();
        foreach (var content in PdfPages.Render(pdf, form))
        {
            if (content.Length > form.Largest) return false;
            page(new ClearedPage(content, form.Extension));
        }

        return true;
    }

    private static byte[] Whole(Func<Stream> open)
    {
        using var stream = open();
        if (stream.Length > LargestImage) throw Refused($"图片超过 {LargestImage >> 20} MB");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static CreditKitException Refused(string why) => new("CK1433", $"这份文件不能公开：{why}。", "请另存为 PNG、JPG 或 PDF 后再试。");
}
