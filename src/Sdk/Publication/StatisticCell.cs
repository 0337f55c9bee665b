using CreditKit.Records;

namespace CreditKit.Publication;

/// <summary>How many records are visible of one month, kind and agency.</summary>
/// <param name="Month">First day of the month of the decisions; null: records without a decision date.</param>
/// <param name="Kind">Kind of act.</param>
/// <param name="Authority">Deciding agency.</param>
/// <param name="Count">Visible records.</param>
public sealed record StatisticCell(DateOnly? Month, RecordKind Kind, string Authority, long Count);
