namespace CreditKit.Assessment;

/// <summary>A month of the series: what was to be published, and what was, in time.</summary>
/// <param name="Month">First day.</param>
/// <param name="ToPublish">To be published.</param>
/// <param name="Published">Published.</param>
/// <param name="Measured">With a deadline that can be measured.</param>
/// <param name="OnTime">Published in time.</param>
internal sealed record AssessmentMonth(DateOnly Month, long ToPublish, long Published, long Measured, long OnTime);
