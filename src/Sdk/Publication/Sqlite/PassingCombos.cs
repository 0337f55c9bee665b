namespace CreditKit.Publication.Sqlite;

/// <summary>Combinations with visible records that pass the facets of a filter, the fullest first.</summary>
internal sealed class PassingCombos(List<(int Id, Combo Combo, long Count)> combos)
{
    public IReadOnlyList<(int Id, Combo Combo, long Count)> Combos => combos;

    /// <summary>Their numbers.</summary>
    public HashSet<int> Ids { get; } = [.. combos.Select(c => c.Id)];

    /// <summary>Visible records in all of them.</summary>
    public long Count { get; } = combos.Sum(c => c.Count);

    /// <summary>Those of them that no file holds.</summary>
    public long Persons { get; } = combos.Sum(c => c.Combo.Person ? c.Count : 0);
}
