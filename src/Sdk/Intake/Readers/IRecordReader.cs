namespace CreditKit.Intake.Readers;

/// <summary>
/// A source of rows under headings, read once and forward. An extension point: a source in another form implements this
/// and goes through <see cref="FileImport.Read"/>. Failures are <see cref="RecordFileException"/>.
/// </summary>
public interface IRecordReader : IDisposable
{
    /// <summary>The worksheet of the current section; null where there is none.</summary>
    string? Sheet { get; }

    /// <summary>The headings of the current section.</summary>
    IReadOnlyList<string> Headings { get; }

    /// <summary>The row of the headings; 0 where there is none.</summary>
    int HeadingRow { get; }

    /// <summary>Part of the source that was read, 0 to 1, for a progress bar; null when it cannot be known.</summary>
    double? Fraction => null;

    /// <summary>Goes to the next section (worksheet, or run of rows under the same headings); false when there is none. The first call opens the first.</summary>
    bool NextSection();

    /// <summary>The next row of the section; false at its end. Blank rows are passed over.</summary>
    bool Read(out RawRow row);
}
