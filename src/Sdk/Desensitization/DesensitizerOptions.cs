namespace CreditKit.Desensitization;

/// <summary>What the desensitizer takes from the agency's settings.</summary>
public sealed class DesensitizerOptions
{
    /// <summary>救济渠道 where a record states none: reconsideration and litigation with their limits. Empty: nothing is shown.</summary>
    public string RemedyText { get; set; } = "";

    /// <summary>Rules beside the built-in ones; one of the same name replaces them.</summary>
    public IList<IMaskingRule> Rules { get; } = [];
}
