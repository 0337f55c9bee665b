using CreditKit.Standards;

namespace CreditKit.Reporting;

/// <summary>One value of an envelope in a column of the receiver's edition. Printing it never shows the value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Text">The value as the edition writes it; empty when the record has none.</param>
/// <param name="Date">The same as a date, for date columns.</param>
/// <param name="Number">The same as a number in the edition's unit, for amounts.</param>
public sealed record ReportCell(StandardColumn Column, string Text, DateOnly? Date = null, decimal? Number = null)
{
    /// <summary>The column's code only.</summary>
    public override string ToString() => Column.Code;
}
