using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>How the columns of one file become a record: headings resolved once, so that a row costs no look-up by name.</summary>
public sealed record BindingPlan
{
    /// <summary>The edition whose columns and code lists apply.</summary>
    public required StandardEdition Edition { get; init; }

    /// <summary>What the rows are.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The headings of the file in order.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Columns that feed a field.</summary>
    public required IReadOnlyList<PlannedColumn> Columns { get; init; }

    /// <summary>Values that hold for every row, whatever the file says.</summary>
    public IReadOnlyList<PlannedColumn> Constants { get; init; } = [];

    /// <summary>Values for empty cells.</summary>
    public IReadOnlyList<PlannedColumn> Defaults { get; init; } = [];

    /// <summary>Headings that no field answers to, with the nearest known heading.</summary>
    public IReadOnlyList<UnknownHeading> Unknown { get; init; } = [];

    /// <summary>Date patterns tried before the usual forms.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Unit of amounts whose heading states none; null: the edition's.</summary>
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>存量数据.</summary>
    public bool Historic { get; init; }

    /// <summary>The heading of the file that feeds a field, or the standard's head.</summary>
    public string HeadingOf(StandardField field) => _headings[(int)field] ??=
        Columns.FirstOrDefault(c => c.Column.Field == field)?.Heading ?? Edition.Column(Kind, field)?.Head ?? "";

    /// <summary>The 时间戳 of a row, UTC; null where the file has no such column or the cell is no time.</summary>
    internal DateTimeOffset? TimeOf(IReadOnlyList<string> cells)
    {
        // One word, written whole: several threads ask.
        if (_timestamp == NotLooked) _timestamp = Columns.FirstOrDefault(c => c.Column.Field == StandardField.Timestamp)?.Ordinal ?? -1;
        return _timestamp is >= 0 and var at && at < cells.Count
            && DateTime.TryParse(cells[at], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time)
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.FromHours(8)).ToUniversalTime()
            : null;
    }

    private const int NotLooked = -2;
    private int _timestamp = NotLooked;
    private readonly string?[] _headings = new string?[(int)StandardField.Timestamp + 1];
}
