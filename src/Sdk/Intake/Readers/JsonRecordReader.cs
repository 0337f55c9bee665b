using System.Globalization;
using System.Text.Json;

namespace CreditKit.Intake.Readers;

/// <summary>A JSON array of objects, JSON Lines, or an object with one array of objects in it; a section a set of property names.</summary>
internal sealed class JsonRecordReader : IRecordReader
{
    private static readonly JsonSerializerOptions Json = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, DefaultBufferSize = 1 << 16 };
    private readonly string _path;
    private readonly ReaderOptions _options;
    private readonly FileStream _stream;
    private readonly IEnumerator<JsonElement> _elements;
    private readonly NamedCells _cells;
    private double _fraction;
    private int _number;

    public JsonRecordReader(string path, ReaderOptions options)
    {
        (_path, _options) = (path, options);
        _cells = new(path, options, Next);
        _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var lines = IsLines(_stream);
        _stream.Position = 0;
        var values = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(_stream, topLevelValues: lines, Json);
        _elements = Objects(values.ToBlockingEnumerable(), lines).GetEnumerator();
    }

    public string? Sheet => null;

    public IReadOnlyList<string> Headings => _cells.Headings;

    public int HeadingRow => 0;

    public double? Fraction => Volatile.Read(ref _fraction);

    public bool NextSection() => _cells.NextSection();

    public bool Read(out RawRow row) => _cells.Read(out row);

    public void Dispose()
    {
        _elements.Dispose();
        _stream.Dispose();
    }

    private static bool IsLines(FileStream stream)
    {
        for (int b; (b = stream.ReadByte()) >= 0;)
            if (b is not (' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF)) return b != '[';
        return true;
    }

    private static IEnumerable<JsonElement> Objects(IEnumerable<JsonElement> elements, bool lines)
    {
        foreach (var element in elements)
        {
            if (lines && element.ValueKind == JsonValueKind.Object && Wrapped(element) is { } array)
                foreach (var item in array.EnumerateArray()) yield return item;
            else yield return element;
        }
    }

    /// <summary>The array in <c>{"total": 2, "data": [{…}, {…}]}</c>.</summary>
    private static JsonElement? Wrapped(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
            if (property.Value is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 && array[0].ValueKind == JsonValueKind.Object) return array;
        return null;
    }

    private string[]? Next(int number)
    {
        try
        {
            _number = number;
            if (!_elements.MoveNext()) return null;
            Volatile.Write(ref _fraction, (double)_stream.Position / Math.Max(1, _stream.Length));
            if (_elements.Current.ValueKind != JsonValueKind.Object) throw ReadFault.UnknownFormat(_path, $"第 {_number} 项不是对象（{{…}}）");
            return Cells(_elements.Current);
        }
        catch (JsonException e)
        {
            throw ReadFault.Syntax(_path, "JSON", e.LineNumber + 1 ?? _number + 1, e);
        }
        catch (InvalidOperationException e)
        {
            // The parser checks bytes of texts only when they are asked for.
            throw ReadFault.Encoding(_path, _number, e);
        }
        catch (IOException e)
        {
            throw ReadFault.Unreadable(_path, e);
        }
    }

    private string[] Cells(JsonElement element)
    {
        var cells = new string[_cells.Count];
        Array.Fill(cells, "");
        foreach (var property in element.EnumerateObject())
        {
            var ordinal = _cells.Ordinal(property.Name);
            if (ordinal >= cells.Length)
            {
                var before = cells.Length;
                Array.Resize(ref cells, _cells.Count);
                Array.Fill(cells, "", before, cells.Length - before);
            }
            cells[ordinal] = Text(property.Value);
            if (cells[ordinal].Length > _options.MaxCell) throw ReadFault.CellTooLong(_path, _number);
        }
        return cells;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()!),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array => string.Join('；', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static string Clean(string text) => text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text;
}
