using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CreditKit.Intake.Readers;

/// <summary>XLSX and XLS, one or several sheets; text, number and date cells. Hidden sheets and the product's own help sheets are passed over.</summary>
internal sealed class ExcelRecordReader : TabularReader
{
    /// <summary>Sheets of templates and error reports that hold no rows.</summary>
    internal static readonly IReadOnlySet<string> HelpSheets = new HashSet<string> { "填报说明", "代码表", "问题清单", "规则说明" };

    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;
    private readonly List<string> _sheets = [];
    private readonly FormulaCells _formulas;
    private bool _opened;
    private bool _found;
    private int _row;

    public ExcelRecordReader(string path, ReaderOptions options) : base(path, options)
    {
        TextEncodings.Register();
        _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            var zip = _stream.ReadByte() == 'P';
            _stream.Position = 0;
            _formulas = zip && ZipGuard.Check(path, options) ? FormulaCells.Read(path) : FormulaCells.None;
            if (!zip && _stream.Length > options.MaxXls) throw ReadFault.TooLarge(path, "超过 64 MB");
            _reader = Guarded(() => ExcelReaderFactory.CreateReader(_stream));
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public override string? Sheet => _reader.Name;

    /// <summary>Cells of this sheet that hold a formula and no result: the library reads them as empty.</summary>
    public IReadOnlyList<(int Row, int Column)> FormulasWithoutResult => _formulas.On(_reader.Name);

    public override void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    protected override bool Advance()
    {
        while (true)
        {
            if (_opened && !Guarded(_reader.NextResult)) break;
            _opened = true;
            _row = 0;
            var name = _reader.Name ?? "";
            _sheets.Add(name);
            if (Options.Sheet is { } wanted ? name == wanted : _reader.VisibleState == "visible" && !HelpSheets.Contains(name)) return _found = true;
        }
        if (!_found && Options.Sheet is { } missing) throw ReadFault.NoSheet(FilePath, missing, _sheets);
        return false;
    }

    protected override bool ReadRow(out RawRow row)
    {
        row = default;
        if (!Guarded(_reader.Read)) return false;
        _row++;
        var count = _reader.FieldCount;
        while (count > 0 && _reader.GetValue(count - 1) is null or "") count--;
        if (count > Options.MaxColumns) throw ReadFault.TooManyColumns(FilePath, _row, Options.MaxColumns);
        var cells = new string[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = Text(_reader.GetValue(i));
            if (cells[i].Length > Options.MaxCell) throw ReadFault.CellTooLong(FilePath, _row);
        }
        row = new(_row, cells, _reader.Name);
        return true;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // A number of more than 15 digits is damaged already; showing it as E+17 lets the code rules say so.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##############", CultureInfo.InvariantCulture),
        double number => number.ToString("E14", CultureInfo.InvariantCulture),
        bool flag => flag ? "是" : "否",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (InvalidPasswordException)
        {
            throw ReadFault.Encrypted(FilePath);
        }
        catch (HeaderException e)
        {
            throw ReadFault.UnknownFormat(FilePath, "不是 Excel 工作簿" + (e.Message.Contains("password", StringComparison.OrdinalIgnoreCase) ? "，或者设有密码" : ""));
        }
        catch (Exception e) when (e is not (RecordFileException or OutOfMemoryException))
        {
            // The library fails in many ways on damaged bytes (index, cast, XML, compression); to a clerk they are one.
            throw ReadFault.Damaged(FilePath, e, _row);
        }
    }
}
