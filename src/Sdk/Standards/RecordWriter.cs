using System.Globalization;
using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>
/// Writes records in an edition's columns and wire formats: dates as <c>YYYY/MM/DD</c>, long-term as 2099/12/31, amounts in
/// 万元 with up to six decimals, Chinese texts of the code lists. What a <see cref="RecordBinder"/> reads back is the same record.
/// </summary>
public sealed class RecordWriter
{
    private readonly StandardEdition _edition;
    private readonly int[] _occurrence;
    private readonly int[] _occurrences;

    /// <summary>A writer for a set of columns.</summary>
    /// <param name="edition">The edition whose formats apply.</param>
    /// <param name="columns">The columns in order, e.g. of <see cref="StandardEdition.Columns"/> or <see cref="StandardEdition.Template"/>.</param>
    public RecordWriter(StandardEdition edition, IReadOnlyList<StandardColumn> columns)
    {
        (_edition, Columns) = (edition, columns);
        _occurrence = [.. columns.Select((c, i) => columns.Take(i).Count(o => o.Field == c.Field))];
        _occurrences = [.. columns.Select(c => columns.Count(o => o.Field == c.Field))];
    }

    /// <summary>A writer for every standard column of a kind, with the product's extensions behind when asked for.</summary>
    public static RecordWriter For(StandardEdition edition, RecordKind kind, bool extensions = false) =>
        new(edition, [.. edition.Columns(kind), .. extensions ? edition.Extensions(kind) : []]);

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<StandardColumn> Columns { get; }

    /// <summary>六位行政区划代码 for editions that have a column for it; empty: left blank.</summary>
    public string LocalCode { get; init; } = "";

    /// <summary>Time of writing for editions that have a 时间戳 column; null: left blank.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The cells of one record, in column order; empty text where it has no value.</summary>
    public string[] Write(CreditRecord record)
    {
        var cells = new string[Columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = Cell(record, i);
        return cells;
    }

    private string Cell(CreditRecord record, int index)
    {
        var column = Columns[index];
        var value = RecordFields.Get(record, column);
        return column.Field switch
        {
            StandardField.None => (string?)value ?? "",
            StandardField.ValidUntil when value is null => _edition.Wire.LongTerm,
            StandardField.PenaltyCategory => Categories((EquatableList<string>?)value ?? [], index),
            StandardField.LocalCode => LocalCode,
            StandardField.RowState => "0",
            StandardField.Timestamp => Timestamp?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
            StandardField.Mitigation when value is Mitigation.None => "",
            StandardField.Procedure when value is PenaltyProcedure.Ordinary => "",
            _ => value switch
            {
                null => "",
                DateOnly date => date.ToString(_edition.Wire.Date, CultureInfo.InvariantCulture),
                decimal amount => AmountText.Write(amount, _edition.Wire.AmountUnit),
                Enum member => _edition.CodeList(column.CodeList)?.TextOf(member.ToString()) ?? member.ToString(),
                _ => (string)value,
            },
        };
    }

    /// <summary>Where an edition has several category columns each takes one, the last the rest.</summary>
    private string Categories(EquatableList<string> categories, int index)
    {
        var skip = _occurrence[index];
        var last = skip == _occurrences[index] - 1;
        return string.Join(_edition.Wire.CategorySeparator, last ? categories.Skip(skip) : categories.Skip(skip).Take(1));
    }
}
