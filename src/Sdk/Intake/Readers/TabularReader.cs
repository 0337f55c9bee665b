namespace CreditKit.Intake.Readers;

/// <summary>What CSV and worksheets share: the heading row is found, blank rows are passed over, limits hold.</summary>
internal abstract class TabularReader(string path, ReaderOptions options) : IRecordReader
{
    private const int HeadingSearch = 30;
    private readonly Queue<RawRow> _buffered = new();

    public abstract string? Sheet { get; }

    public IReadOnlyList<string> Headings { get; private set; } = [];

    public int HeadingRow { get; private set; }

    public virtual double? Fraction => null;

    protected string FilePath => path;

    protected ReaderOptions Options => options;

    public bool NextSection()
    {
        while (Advance())
        {
            _buffered.Clear();
            if (FindHeadings()) return true;
        }
        return false;
    }

    public bool Read(out RawRow row)
    {
        while (_buffered.TryDequeue(out row) || ReadRow(out row))
        {
            if (IsBlank(row.Cells)) continue;
            Check(row);
            return true;
        }

        row = default;
        return false;
    }

    public abstract void Dispose();

    /// <summary>Goes to the next sheet; true once for a file that has none.</summary>
    protected abstract bool Advance();

    /// <summary>The next row, blank ones included.</summary>
    protected abstract bool ReadRow(out RawRow row);

    /// <summary>Throws when a row cannot be whole.</summary>
    protected virtual void Check(in RawRow row)
    {
    }

    private bool FindHeadings()
    {
        (Headings, HeadingRow) = ([], 0);
        var seen = new List<RawRow>();
        var best = -1;
        var bestScore = 0;
        while (seen.Count < HeadingSearch && ReadRow(out var row))
        {
            seen.Add(row);
            if (options.HeadingRow is { } stated)
            {
                if (row.Number < stated) continue;
                best = seen.Count - 1;
                break;
            }
            var score = options.Score(row.Cells);
            if (score > bestScore) (best, bestScore) = (seen.Count - 1, score);
            // A row of known headings is found as soon as it is the better half of its cells.
            if (score >= 2 && score * 2 >= row.Cells.Count(c => !string.IsNullOrWhiteSpace(c))) break;
        }
        if (best < 0) best = seen.FindIndex(r => !IsBlank(r.Cells));
        if (best < 0) return false;
        (Headings, HeadingRow) = ([.. seen[best].Cells.Select(c => c.Trim())], seen[best].Number);
        foreach (var row in seen.Skip(best + 1)) _buffered.Enqueue(row);
        return true;
    }

    private static bool IsBlank(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
            if (!string.IsNullOrWhiteSpace(cells[i])) return false;
        return true;
    }
}
