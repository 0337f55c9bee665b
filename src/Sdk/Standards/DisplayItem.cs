namespace CreditKit.Standards;

/// <summary>One thing a page must show: any of the fields, or what stands in for them.</summary>
public sealed record DisplayItem
{
    /// <summary>What the document calls it.</summary>
    public required string Label { get; init; }

    /// <summary>The fields that answer it; one is enough.</summary>
    public required IReadOnlyList<StandardField> Fields { get; init; }

    /// <summary>What of the catalogue item stands in: <c>Name</c>, <c>LegalBasis</c>, <c>Remedy</c>; null: nothing.</summary>
    public string? Item { get; init; }

    /// <summary>The text of the agency's settings stands in (救济渠道).</summary>
    public bool Setting { get; init; }

    /// <summary>Asked of organisations and individual businesses only.</summary>
    public bool OrganizationsOnly { get; init; }
}
