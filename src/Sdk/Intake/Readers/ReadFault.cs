namespace CreditKit.Intake.Readers;

/// <summary>Every way in which a file can fail, with its code and remedy in one place.</summary>
internal static class ReadFault
{
    public static RecordFileException Missing(string path) => new("CK1401", $"找不到文件 {Path.GetFileName(path)}。", "请核对路径和文件名。");

    public static RecordFileException Empty(string path) => new("CK1402", $"文件 {Path.GetFileName(path)} 是空的。", "请重新导出后再导入。");

    public static RecordFileException Unreadable(string path, Exception inner) => new("CK1403", $"无法打开文件 {Path.GetFileName(path)}。", "请检查读取权限，或者先在其他程序中关闭它。", inner);

    public static RecordFileException Damaged(string path, Exception? inner, int row = 0) =>
        new("CK1404", $"文件 {Path.GetFileName(path)} 已损坏或不完整{(row > 0 ? $"（读到第 {row} 行）" : "")}。", "请重新导出或重新传输，再导入一次。", inner);

    public static RecordFileException Encrypted(string path) => new("CK1405", $"文件 {Path.GetFileName(path)} 设有打开密码。", "请去掉密码后另存一份再导入。");

    public static RecordFileException TooLarge(string path, string what) => new("CK1406", $"文件 {Path.GetFileName(path)} {what}。", "请另存为 CSV（UTF-8）后导入，或者拆成几个文件。");

    public static RecordFileException UnknownFormat(string path, string what) => new("CK1407", $"文件 {Path.GetFileName(path)} {what}。", "可以导入 CSV、XLSX、XLS、JSON、JSON Lines 和 XML（ROWDATA/ROW）。");

    public static RecordFileException ZeroBytes(string path, int row) => new("CK1408", $"文件 {Path.GetFileName(path)} 第 {row} 行附近有空字节（NUL），不是正常的文本。", "请重新导出为 UTF-8 或 GBK 编码的 CSV。");

    // The cells are not quoted: without headings the first row may be somebody's data.
    public static RecordFileException NoHeadings(string path, string? sheet, int columns) =>
        new("CK1409", $"文件 {Path.GetFileName(path)}{(sheet is null ? "" : $" 的工作表“{sheet}”")} 前 30 行内没有能识别的表头（读到 {columns} 列）。", "请使用 creditkit template 生成的模板，或者用 --profile 说明各列的含义。");

    public static RecordFileException CellTooLong(string path, int row, Exception? inner = null) => new("CK1410", $"文件 {Path.GetFileName(path)} 第 {row} 行有超长的单元格或超长的行。", "多半是引号没有成对；请在表格软件中打开检查后重新导出。", inner);

    public static RecordFileException TooManyColumns(string path, int row, int limit) => new("CK1411", $"文件 {Path.GetFileName(path)} 第 {row} 行超过 {limit} 列。", "请删去多余的列，或者检查分隔符。");

    public static RecordFileException Encoding(string path, int row, Exception? inner = null) => new("CK1412", $"文件 {Path.GetFileName(path)} {(row > 0 ? $"第 {row} 行附近" : "")}的编码既不是 UTF-8 也不是 GB18030。", "请另存为 UTF-8 编码，或者在导入配置中写明 encoding。", inner);

    public static RecordFileException UnknownKind(string path) => new("CK1413", $"从文件 {Path.GetFileName(path)} 的表头看不出是行政许可还是行政处罚。", "请在导入配置中写明 kind（license 或 penalty）。");

    public static RecordFileException NoSheet(string path, string sheet, IEnumerable<string> sheets) => new("CK1414", $"文件 {Path.GetFileName(path)} 没有工作表“{sheet}”（有：{string.Join("、", sheets.Take(10))}）。", "请核对导入配置中的 sheet。");

    public static RecordFileException Dtd(string path, Exception? inner) => new("CK1415", $"XML 文件 {Path.GetFileName(path)} 含有 DTD 或实体声明，出于安全不予读取。", "请导出不带 DOCTYPE 的 XML。", inner);

    public static RecordFileException CutOff(string path, int row, int cells, int headings) =>
        new("CK1426", $"文件 {Path.GetFileName(path)} 在第 {row} 行中断：这一行只有 {cells} 格（表头有 {headings} 格），行末也没有换行，可能没有传完整。", "请重新导出或重新传输，再导入一次；若这一行本来如此，请在行末补一个换行。");

    public static RecordFileException Syntax(string path, string format, long line, Exception inner) => new("CK1416", $"{format} 文件 {Path.GetFileName(path)} 第 {line} 行附近的写法有误，或者文件不完整。", "请重新导出，再导入一次。", inner);
}
