using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>One data item (数据项) of the records of a kind.</summary>
/// <param name="Kind">行政许可 or 行政处罚.</param>
/// <param name="Code">The receiver's column name.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Mandatory">Must be filled in.</param>
/// <param name="Length">Longest text in characters; 0: not stated.</param>
public sealed record CatalogueDataItem(RecordKind Kind, string Code, string Name, bool Mandatory, int Length);
