namespace CreditKit.Intake.Readers;

/// <summary>
/// Rows whose cells carry their names (JSON properties, XML elements): a section lasts until a name comes up that was not
/// there before, because its heading has to be matched first.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="options">Most columns.</param>
/// <param name="next">Reads the next row's cells; null at the end. Gives every name of a row to <see cref="Ordinal"/>.</param>
internal sealed class NamedCells(string path, ReaderOptions options, Func<int, string[]?> next)
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _ordinals = [];
    private RawRow? _pending;
    private int _offered = -1;
    private int _number;

    /// <summary>The names of the current section.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Names known so far.</summary>
    public int Count => _names.Count;

    /// <summary>The place of a name; a new one gets the next.</summary>
    public int Ordinal(string name)
    {
        if (_ordinals.TryGetValue(name, out var ordinal)) return ordinal;
        if (_names.Count == options.MaxColumns) throw ReadFault.TooManyColumns(path, _number + 1, options.MaxColumns);
        _names.Add(name);
        return _ordinals[name] = _names.Count - 1;
    }

    /// <summary>Goes to the next section; rows of one that was passed over are passed over with it.</summary>
    public bool NextSection()
    {
        while (_pending is null || _names.Count == _offered)
        {
            if (!Next()) return false;
            if (_names.Count > _offered) break;
        }

        Headings = [.. _names];
        _offered = _names.Count;
        return true;
    }

    /// <summary>The next row of the section.</summary>
    public bool Read(out RawRow row)
    {
        row = default;
        if (_pending is null && !Next()) return false;
        if (_names.Count > Headings.Count) return false;
        row = _pending!.Value;
        _pending = null;
        return true;
    }

    private bool Next()
    {
        _pending = null;
        if (next(_number + 1) is not { } cells) return false;
        _pending = new(++_number, cells);
        return true;
    }
}
