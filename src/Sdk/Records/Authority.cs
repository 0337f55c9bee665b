namespace CreditKit.Records;

/// <summary>An agency: one that decides, or one that supplies the data.</summary>
/// <param name="Name">Full name as registered; empty when the source has none.</param>
/// <param name="CreditCode">统一社会信用代码, 18 characters; null when the source has none.</param>
public sealed record Authority(string Name, string? CreditCode = null)
{
    /// <summary>No agency stated.</summary>
    public static Authority None { get; } = new("");
}
