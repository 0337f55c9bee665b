namespace CreditKit.Publication;

/// <summary>The figures of the front page, all over what is visible now.</summary>
/// <param name="Licenses">Visible licences.</param>
/// <param name="Penalties">Visible penalties.</param>
/// <param name="AddedThisMonth">First published in this calendar month (Asia/Shanghai) and visible; without what was loaded from before the column began.</param>
/// <param name="OnTimeShare">Share, 0 to 1, published by the statutory deadline; null when none counts.</param>
/// <param name="LastPublishedAt">Newest publication, UTC; null when there is none.</param>
public sealed record PublicOverview(long Licenses, long Penalties, long AddedThisMonth, double? OnTimeShare, DateTimeOffset? LastPublishedAt)
{
    /// <summary>Visible other acts.</summary>
    public long Acts { get; init; }
}
