namespace CreditKit.Intake.Readers;

/// <summary>What a reader may do and how it finds headings.</summary>
public sealed record ReaderOptions
{
    /// <summary>How many of a row's cells are known headings.</summary>
    public Func<IReadOnlyList<string>, int> Score { get; init; } = static _ => 0;

    /// <summary>The only worksheet to read; null: all.</summary>
    public string? Sheet { get; init; }

    /// <summary>Encoding of a text file; null: detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Row of the headings; null: found.</summary>
    public int? HeadingRow { get; init; }

    /// <summary>Most columns of a row.</summary>
    public int MaxColumns { get; init; } = 1_000;

    /// <summary>Longest cell, characters.</summary>
    public int MaxCell { get; init; } = 1_000_000;

    /// <summary>Largest table of shared texts of an XLSX, bytes unpacked; the reader keeps it in memory.</summary>
    public long MaxSharedStrings { get; init; } = 48L << 20;

    /// <summary>Largest XLS, bytes; the format is kept in memory.</summary>
    public long MaxXls { get; init; } = 64L << 20;

    /// <summary>Largest worksheet of an XLSX, bytes unpacked.</summary>
    public long MaxSheet { get; init; } = 8L << 30;
}
