using System.Buffers;
using System.IO.Compression;

namespace CreditKit.Intake.Readers;

/// <summary>Unpacks a workbook into nothing once, to know its real sizes before a reader takes them into memory. Declared sizes can lie.</summary>
internal static class ZipGuard
{
    private const long Suspicious = 64L << 20;
    private const long HighestRatio = 400;
    private const long MaxOther = 256L << 20;
    private const int MaxEntries = 10_000;

    public static void Check(string path, ReaderOptions options)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MaxEntries) throw ReadFault.TooLarge(path, "里的部件过多，不是正常的工作簿");
            if (zip.GetEntry("xl/workbook.xml") is null && zip.GetEntry("xl/workbook.bin") is null)
                throw ReadFault.UnknownFormat(path, "是压缩包，不是 Excel 工作簿");
            foreach (var entry in zip.Entries) Check(path, entry, options);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw ReadFault.Damaged(path, e);
        }
    }

    private static void Check(string path, ZipArchiveEntry entry, ReaderOptions options)
    {
        var name = entry.FullName;
        if (name.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase)) return;
        var sheet = name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
        var shared = name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
        var limit = sheet ? options.MaxSheet : shared ? options.MaxSharedStrings : MaxOther;
        using var stream = entry.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long total = 0;
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                total += read;
                if (total > Suspicious && total > HighestRatio * Math.Max(1, entry.CompressedLength)) throw ReadFault.TooLarge(path, "解压后大得不合常理，疑似压缩炸弹");
                if (total > limit) throw ReadFault.TooLarge(path, shared ? "的文本内容过多，无法按 Excel 读取" : "解压后过大");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
