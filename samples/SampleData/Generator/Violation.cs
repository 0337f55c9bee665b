namespace SampleData;

/// <summary>A kind of violation and how the bureau writes about it. <c>{…}</c> in a text is filled in by <see cref="Prose"/>.</summary>
internal sealed record Violation(string Type, string Domain, string Item, string Sectors, string Basis, int FineFrom, int FineTo, string[] Goods, string[] Facts)
{
    /// <summary>The usual class.</summary>
    public string Class { get; init; } = "一般";

    /// <summary>Unlawful income is confiscated.</summary>
    public bool Confiscates { get; init; }

    /// <summary>A further category of the code list with the words for the content: <c>category|words</c>.</summary>
    public string Further { get; init; } = "";

    /// <summary>Name of the certificate that is suspended or revoked.</summary>
    public string Certificate { get; init; } = "";
}
