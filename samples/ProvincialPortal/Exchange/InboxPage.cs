namespace ProvincialPortal.Exchange;

/// <summary>A stretch of the inbox.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">Where to go on.</param>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, int Next);
