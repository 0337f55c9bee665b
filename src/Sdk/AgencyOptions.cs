namespace CreditKit;

/// <summary>The agency that runs the column.</summary>
public sealed class AgencyOptions
{
    /// <summary>Full registered name, as it stands in the column's head. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>统一社会信用代码 of the agency, 18 characters. Required.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>Postal address, for objections.</summary>
    public string? Address { get; set; }

    /// <summary>Telephone, for objections.</summary>
    public string? Phone { get; set; }

    /// <summary>When the telephone is answered.</summary>
    public string? Hours { get; set; }

    /// <summary>Mail address, for objections.</summary>
    public string? Email { get; set; }
}
