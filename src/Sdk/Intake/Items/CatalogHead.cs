using CreditKit.Catalog;

namespace CreditKit.Intake.Items;

/// <summary>What a table of items does not say of itself; a JSON file does, and what is stated here comes before it.</summary>
internal sealed record CatalogHead
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public CatalogLayer? Layer { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public string? Source { get; init; }
}
