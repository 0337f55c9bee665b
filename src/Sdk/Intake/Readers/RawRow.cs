namespace CreditKit.Intake.Readers;

/// <summary>One row as the file has it.</summary>
/// <param name="Number">The row a person sees: the sheet row, headings and blank rows counted; in JSON and XML the number of the object.</param>
/// <param name="Cells">The cells in the order of the headings; may be shorter.</param>
/// <param name="Sheet">The worksheet; null where there is none.</param>
public readonly record struct RawRow(int Number, IReadOnlyList<string> Cells, string? Sheet = null);
