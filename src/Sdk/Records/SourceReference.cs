namespace CreditKit.Records;

/// <summary>Where a record came from: every value knows its source (厦门 五(一): 可追溯性).</summary>
/// <param name="System">A file name, a system name, or <c>api</c>.</param>
/// <param name="Row">The row a person sees in the file (the heading is row 1); null when there is none.</param>
/// <param name="Actor">Who brought it in.</param>
public sealed record SourceReference(string System, int? Row, string Actor)
{
    /// <summary>When the source last changed the value (its time stamp), UTC; null when it does not say.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
