using CreditKit.Calendar;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>
/// Decides whether a record that comes in is released or waits: review first, publish afterwards, item by item
/// (保守国家秘密法 35, 实施条例 42). A row is released only if it names its reviewer and a day of the review that has come.
/// </summary>
internal sealed class ReleaseGate(bool publishWithoutReview, TimeProvider time)
{
    /// <summary>What the record's own review allows.</summary>
    public Release Of(CreditRecord record)
    {
        var reviewed = publishWithoutReview || (!string.IsNullOrWhiteSpace(record.Reviewer) && record.ReviewedOn <= ChinaTime.DateOf(time.GetUtcNow()));
        return new Release(reviewed, reviewed);
    }
}
