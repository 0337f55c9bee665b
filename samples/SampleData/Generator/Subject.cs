namespace SampleData;

/// <summary>An invented counterpart.</summary>
internal sealed record Subject
{
    public const string Organization = "法人及非法人组织";
    public const string SoleTrader = "个体工商户";
    public const string NaturalPerson = "自然人";

    public required string Name { get; init; }
    public required string Category { get; init; }
    public required string Sector { get; init; }
    public string Code { get; init; } = "";
    public string Registration { get; init; } = "";
    public string OrganizationCode { get; init; } = "";
    public string Tax { get; init; } = "";
    public string Institution { get; init; } = "";
    public string Society { get; init; } = "";
    public string Representative { get; init; } = "";
    public string RepresentativeId { get; init; } = "";
    public string PersonId { get; init; } = "";
    public required string Address { get; init; }

    public bool IsPerson => Category == NaturalPerson;
}
