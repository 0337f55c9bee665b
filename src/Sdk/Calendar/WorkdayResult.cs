namespace CreditKit.Calendar;

/// <summary>A deadline in working days.</summary>
/// <param name="Date">The last day on which acting is in time.</param>
/// <param name="Certain">Whether every day on the way lies in a year whose days off are known.</param>
/// <param name="Note">How it was counted, in Chinese, with the rule.</param>
public sealed record WorkdayResult(DateOnly Date, bool Certain, string Note);
