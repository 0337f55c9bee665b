namespace CreditKit.Policy;

/// <summary>
/// 建栏前的存量: what was due before the ledger's first record came in was published elsewhere, or not by this product. It is
/// shown and reported like any other, and its deadline measures nobody.
/// </summary>
internal static class Stock
{
    /// <summary>The rule in words.</summary>
    public const string Text = "建栏前的存量，不计时限";

    /// <summary>Whether a deadline lay before the ledger began.</summary>
    /// <param name="deadline">Last day in time; null: there is none.</param>
    /// <param name="since">Day of the ledger's first record; null: the ledger is empty.</param>
    public static bool Has(DateOnly? deadline, DateOnly? since) => deadline < since;

    /// <summary>The deadline where it measures; null where it does not, or where there is none.</summary>
    public static DateOnly? Measured(DateOnly? deadline, DateOnly? since) => Has(deadline, since) ? null : deadline;
}
