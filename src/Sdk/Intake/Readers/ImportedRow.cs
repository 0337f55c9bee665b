using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Intake.Readers;

/// <summary>One row of a file: as it stood, what it became, and what is to be said of it.</summary>
/// <param name="Row">The row a person sees in the file.</param>
/// <param name="Record">The record, also of a rejected row; values that could not be read are missing in it.</param>
/// <param name="Report">The issues, and the validated record when it may be published.</param>
/// <param name="Raw">The row as the file has it.</param>
/// <param name="Headings">The headings of the raw row.</param>
public sealed record ImportedRow(int Row, CreditRecord Record, ValidationReport Report, RawRow Raw, IReadOnlyList<string> Headings)
{
    /// <summary>When the source last changed the row, UTC, where a column says so (时间戳); null otherwise.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What the row is compared with others of the file by.</summary>
    internal (ulong Key, ulong Content) Marks { get; init; }
}
