using CreditKit.Calendar;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>
/// Decides whether a record that comes in is released or waits: review first, publish afterwards, item by item
/// (保守国家秘密法 35, 实施条例 42). A row is released only if it names its reviewer and a day of the review that has come.
/// </summary>
/// <param name="publishWithoutReview">Releases everything.</param>
/// <param name="time">The clock.</param>
/// <param name="trustsRows">Whether a row may name its reviewer; false where people enter, so that nobody reviews his own by a column.</param>
internal sealed class ReleaseGate(bool publishWithoutReview, TimeProvider time, bool trustsRows = true)
{
    /// <summary>What the record's own review allows.</summary>
    public Release Of(CreditRecord record)
    {
        var reviewed = publishWithoutReview || (trustsRows && !string.IsNullOrWhiteSpace(record.Reviewer) && record.ReviewedOn <= ChinaTime.DateOf(time.GetUtcNow()) && !(record.ReviewedOn < record.DecisionDate));
        return new Release(reviewed, reviewed);
    }
}
