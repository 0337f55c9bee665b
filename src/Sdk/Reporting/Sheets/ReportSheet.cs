namespace CreditKit.Reporting;

/// <summary>Rows under columns: a table, a worksheet or a part of an XML file, whichever the road has.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Columns">The columns; of an entry, the first that is marked is what it is known by.</param>
/// <param name="Rows">A text for each column; empty where there is none.</param>
internal sealed record ReportSheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column of a sheet.</summary>
internal sealed record SheetColumn(string Code, string Head, bool IsId = false);
