namespace CreditKit.Standards;

/// <summary>The JSON form of the columns of the other administrative acts; an agency's file adds to the shipped one or replaces columns of the same code.</summary>
internal sealed record ActColumns
{
    public string Title { get; init; } = "";

    /// <summary>What the columns rest on.</summary>
    public string Source { get; init; } = "";

    public IReadOnlyList<StandardColumn> Columns { get; init; } = [];

    public Dictionary<string, EditionFile.CodeListFile> CodeLists { get; init; } = [];

    /// <summary>This file on top of another.</summary>
    public ActColumns On(ActColumns shipped) => this with
    {
        Columns =
        [
            .. shipped.Columns.Select(c => Columns.FirstOrDefault(own => own.Code == c.Code) ?? c),
            .. Columns.Where(own => shipped.Columns.All(c => c.Code != own.Code)),
        ],
        CodeLists = shipped.CodeLists.Concat(CodeLists).GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.Last().Value),
    };
}
