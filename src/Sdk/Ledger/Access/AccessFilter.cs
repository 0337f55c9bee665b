namespace CreditKit.Ledger.Access;

/// <summary>Which lines of the access register are asked for; everything left out matches.</summary>
public sealed record AccessFilter
{
    /// <summary>From this instant on, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Of this person.</summary>
    public string? Actor { get; init; }

    /// <summary>About this record, case or row.</summary>
    public string? Subject { get; init; }

    /// <summary>Only what nobody has reviewed yet.</summary>
    public bool Unreviewed { get; init; }

    /// <summary>Only entries after this number; for paging, the oldest first.</summary>
    public long After { get; init; }

    /// <summary>At most so many lines. Default 100.</summary>
    public int Limit { get; init; } = 100;
}
