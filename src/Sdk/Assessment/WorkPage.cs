namespace CreditKit.Assessment;

/// <summary>A page of a list, and where the next one begins.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
internal sealed record WorkPage(IReadOnlyList<WorkRow> Rows, string? Next);
