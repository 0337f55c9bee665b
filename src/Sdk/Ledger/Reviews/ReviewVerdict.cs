namespace CreditKit.Ledger.Reviews;

/// <summary>How a review ended.</summary>
public enum ReviewVerdict
{
    /// <summary>Passed: may be published, or shared.</summary>
    Released = 1,

    /// <summary>The reviewer keeps it back.</summary>
    Held = 2,

    /// <summary>A certain hit was lifted: it is kept back until that value is masked.</summary>
    Blocked = 3,
}
