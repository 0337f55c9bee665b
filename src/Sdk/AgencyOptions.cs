namespace CreditKit;

/// <summary>The agency that runs the column.</summary>
public sealed class AgencyOptions
{
    /// <summary>Full name, as it stands in the column's head.</summary>
    public string Name { get; set; } = "";

    /// <summary>统一社会信用代码, 18 characters.</summary>
    public string CreditCode { get; set; } = "";
}
