namespace CreditKit.Assessment;

/// <summary>A page of cases.</summary>
/// <param name="Numbers">Their numbers.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
internal sealed record CaseWorkPage(IReadOnlyList<string> Numbers, string? Next);
