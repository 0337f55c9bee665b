using System.Text;

namespace CreditKit.Catalog;

/// <summary>事项目录: every edition of every layer. The one in force at the decision binds. Immutable and safe for several threads.</summary>
public sealed class ItemCatalog
{
    private readonly Dictionary<string, List<(CatalogEdition Edition, CatalogItem Item)>> _byCode = new(StringComparer.Ordinal);

    /// <summary>A catalogue of editions.</summary>
    /// <param name="editions">The newest version of each.</param>
    public ItemCatalog(IEnumerable<CatalogEdition> editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        // The nearest layer first, and of one layer the newest.
        Editions = [.. editions.OrderByDescending(e => e.Layer).ThenByDescending(e => e.From).ThenBy(e => e.Id, StringComparer.Ordinal)];
        foreach (var edition in Editions)
            foreach (var item in edition.Items)
            {
                var key = Key(item.Code);
                if (!_byCode.TryGetValue(key, out var list)) _byCode[key] = list = [];
                list.Add((edition, item));
            }
    }

    /// <summary>No catalogue.</summary>
    public static ItemCatalog Empty { get; } = new([]);

    /// <summary>The editions, nearest layer first.</summary>
    public IReadOnlyList<CatalogEdition> Editions { get; }

    /// <summary>No edition is loaded.</summary>
    public bool IsEmpty => Editions.Count == 0;

    /// <summary>Whether some edition is in force on a day: only then can an item be outside the catalogue.</summary>
    public bool Covers(DateOnly day)
    {
        foreach (var edition in Editions)
            if (edition.InForce(day)) return true;
        return false;
    }

    /// <summary>
    /// The item in force on a day. Where several layers have it the nearest describes it, and the strictest of all layers
    /// says whether it is open and shared. Null when no layer has it.
    /// </summary>
    public CatalogItem? Find(string? code, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(code) || !_byCode.TryGetValue(Key(code), out var list)) return null;
        CatalogItem? found = null;
        foreach (var (edition, item) in list)
        {
            if (!edition.InForce(day) || !item.InForce(day)) continue;
            found = found is null ? item : found with
            {
                Openness = item.Openness > found.Openness ? item.Openness : found.Openness,
                Sharing = item.Sharing > found.Sharing ? item.Sharing : found.Sharing,
                Sensitive = found.Sensitive || item.Sensitive,
            };
        }

        return found;
    }

    /// <summary>Every item in force on a day, once per code, in order of layers and editions.</summary>
    public IEnumerable<CatalogItem> InForce(DateOnly day)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edition in Editions)
            foreach (var item in edition.Items)
                if (edition.InForce(day) && item.InForce(day) && seen.Add(Key(item.Code))) yield return Find(item.Code, day)!;
    }

    internal static string Key(string code)
    {
        var clean = true;
        foreach (var c in code) clean &= char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.';
        if (clean) return code;
        var builder = new StringBuilder(code.Length);
        foreach (var c in code)
            if (!char.IsWhiteSpace(c)) builder.Append(char.ToUpperInvariant(Standards.TextNormalizer.Half(c)));
        return builder.ToString();
    }
}
