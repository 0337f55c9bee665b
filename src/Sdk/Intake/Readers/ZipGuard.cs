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

    /// <summary>Refuses what is no workbook of a sane size.</summary>
    /// <returns>Whether a sheet has formulas.</returns>
    public static bool Check(string path, ReaderOptions options)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MaxEntries) throw ReadFault.TooLarge(path, "里的部件过多，不是正常的工作簿");
            if (zip.GetEntry("xl/workbook.xml") is null && zip.GetEntry("xl/workbook.bin") is null)
                throw ReadFault.UnknownFormat(path, "是压缩包，不是 Excel 工作簿");
            var formulas = false;
            foreach (var entry in zip.Entries) formulas |= Check(path, entry, options);
            return formulas;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw ReadFault.Damaged(path, e);
        }
    }

    private static bool Check(string path, ZipArchiveEntry entry, ReaderOptions options)
    {
        var name = entry.FullName;
        if (name.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase)) return false;
        var sheet = name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
        var shared = name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
        var limit = sheet ? options.MaxSheet : shared ? options.MaxSharedStrings : MaxOther;
        using var stream = entry.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long total = 0;
            var formulas = false;
            var kept = 0;
            for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                total += read;
                if (sheet && !formulas) formulas = HasFormula(buffer, kept + read, out kept);
                if (total > Suspicious && total > HighestRatio * Math.Max(1, entry.CompressedLength)) throw ReadFault.TooLarge(path, "解压后大得不合常理，疑似压缩炸弹");
                if (total > limit) throw ReadFault.TooLarge(path, shared ? "的文本内容过多，无法按 Excel 读取" : "解压后过大");
            }

            return formulas;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The last bytes stay in front of the next ones, so that no tag is missed between two readings.
    private static bool HasFormula(byte[] buffer, int filled, out int kept)
    {
        var bytes = buffer.AsSpan(0, filled);
        var found = bytes.IndexOf("<f>"u8) >= 0 || bytes.IndexOf("<f "u8) >= 0 || bytes.IndexOf("<f/"u8) >= 0;
        kept = found ? 0 : Math.Min(2, filled);
        bytes[(filled - kept)..].CopyTo(buffer);
        return found;
    }
}
