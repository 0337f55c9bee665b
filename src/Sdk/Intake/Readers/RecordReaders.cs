namespace CreditKit.Intake.Readers;

/// <summary>Opens a file in whatever form it is; told from its bytes, the name is only a hint.</summary>
public static class RecordReaders
{
    /// <summary>A reader for a file.</summary>
    /// <exception cref="RecordFileException">The file is missing, empty, damaged, or in no known form.</exception>
    public static IRecordReader Open(string path, ReaderOptions? options = null)
    {
        options ??= new();
        if (Directory.Exists(path)) throw ReadFault.UnknownFormat(path, "是一个文件夹，不是文件");
        if (!File.Exists(path)) throw ReadFault.Missing(path);
        try
        {
            return Reader(path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ReadFault.Unreadable(path, e);
        }
    }

    private static IRecordReader Reader(string path, ReaderOptions options)
    {
        var head = new byte[4096];
        int length;
        using (var stream = File.OpenRead(path)) length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsSpan(0, length);
        if (length == 0 || start.IndexOfAnyExcept(" \t\r\n"u8) < 0 && length < head.Length) throw ReadFault.Empty(path);
        if (start.StartsWith("PK"u8) || start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return new ExcelRecordReader(path, options);
        if (start.StartsWith("%PDF"u8)) throw ReadFault.UnknownFormat(path, "是 PDF，不是数据文件");
        var extension = Path.GetExtension(path).ToUpperInvariant();
        var text = start.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        text = text[Math.Max(0, text.IndexOfAnyExcept(" \t\r\n"u8))..];
        if (text.Length > 0 && extension is not (".CSV" or ".TSV" or ".TXT"))
        {
            if (text[0] == '<') return text.IndexOf("<html"u8) >= 0 || text.IndexOf("<HTML"u8) >= 0 || text.IndexOf("<table"u8) >= 0
                ? throw ReadFault.UnknownFormat(path, "其实是网页（HTML）")
                : new XmlRecordReader(path, options);
            if (text[0] is (byte)'[' or (byte)'{') return new JsonRecordReader(path, options);
        }
        if (extension is ".XLSX" or ".XLS" or ".XLSM") throw ReadFault.Damaged(path, null);
        if (extension is ".JSON" or ".JSONL" or ".NDJSON" or ".XML") throw ReadFault.UnknownFormat(path, "的内容与扩展名不符");
        return new CsvRecordReader(path, options);
    }
}
