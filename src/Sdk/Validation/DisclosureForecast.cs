namespace CreditKit.Validation;

/// <summary>What the law in force says of a record's disclosure, as far as validation may know it.</summary>
/// <param name="LastDay">The last day on which it will be shown; null: no end, or not shown.</param>
/// <param name="PublishBy">The last day for publication; null: none applies.</param>
/// <param name="DueSoon">That day is still to come, and at most two working days away.</param>
public sealed record DisclosureForecast(DateOnly? LastDay, DateOnly? PublishBy, bool DueSoon);
