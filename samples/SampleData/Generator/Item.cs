namespace SampleData;

/// <summary>A licensing item. <c>{…}</c> in a text is filled in by <see cref="Prose"/>.</summary>
internal sealed record Item(string Title, string Category, string Certificate, string Code, string Sectors, string Basis, string Domain, int Years, string[] Goods, string[] Contents)
{
    /// <summary>Letters before the running number of the document; empty: the licence number is the document number.</summary>
    public string Register { get; init; } = "";

    /// <summary>Beginning of the licence number; empty: none is issued.</summary>
    public string NumberPrefix { get; init; } = "";

    /// <summary>How often it is met, against 1.</summary>
    public int Weight { get; init; } = 1;
}
