namespace CreditKit;

/// <summary>An agency whose records are accepted.</summary>
public sealed class AuthorityOptions
{
    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>统一社会信用代码; without one the name alone decides.</summary>
    public string? CreditCode { get; set; }
}
