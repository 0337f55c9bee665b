namespace CreditKit.Policy;

/// <summary>Where a record would be shown or sent. Own site and upward reporting are decided apart.</summary>
/// <param name="Name">Name of the channel, or <c>own-site</c>.</param>
/// <param name="Kind">What the destination leads to.</param>
public sealed record Destination(string Name, DestinationKind Kind)
{
    /// <summary>Takes back-loads (存量数据) too. Default false.</summary>
    public bool Historic { get; init; }

    /// <summary>The agency's own column.</summary>
    public static Destination OwnSite { get; } = new("own-site", DestinationKind.OwnSite);
}
