using CreditKit.Records;

namespace CreditKit.Assessment;

/// <summary>A month without a decision of a kind, and who signed that there was none (零报送).</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Kind">行政许可, 行政处罚 …</param>
/// <param name="SignedBy">Who signed; null: nobody yet.</param>
/// <param name="SignedAt">When, UTC.</param>
internal sealed record NilMonth(DateOnly Month, RecordKind Kind, string? SignedBy, DateTimeOffset? SignedAt);
