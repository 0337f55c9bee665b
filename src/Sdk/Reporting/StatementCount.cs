namespace CreditKit.Reporting;

/// <summary>One kind of decisions of one unit in one month.</summary>
/// <param name="Produced">Decisions made (产生).</param>
/// <param name="Published">Shown on the own site, now or until their end.</param>
/// <param name="Reported">Accepted by at least one channel.</param>
/// <param name="Reasons">Why the rest was not reported, with numbers.</param>
internal sealed record StatementCount(int Produced, int Published, int Reported, IReadOnlyDictionary<string, int> Reasons)
{
    /// <summary>Not reported.</summary>
    public int NotReported => Produced - Reported;

    /// <summary>The reasons in one text; empty when everything was reported.</summary>
    public string Why => string.Join("；", Reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}（{r.Value}）"));
}
