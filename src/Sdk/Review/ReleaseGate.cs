using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>
/// Decides whether a record that comes in is released or waits: review first, publish afterwards, item by item
/// (保守国家秘密法 35, 实施条例 42). A row is released only if it names its reviewer and the day of the review.
/// </summary>
internal sealed class ReleaseGate(bool publishWithoutReview)
{
    /// <summary>What the record's own review allows.</summary>
    public Release Of(CreditRecord record)
    {
        var reviewed = publishWithoutReview || (!string.IsNullOrWhiteSpace(record.Reviewer) && record.ReviewedOn is not null);
        return new Release(reviewed, reviewed);
    }
}
