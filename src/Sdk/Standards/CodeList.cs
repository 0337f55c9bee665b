using System.Buffers;
using System.Collections.Frozen;

namespace CreditKit.Standards;

/// <summary>The texts a column may hold. Reading is tolerant (synonyms, bracket forms), writing is not.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, CodeListValue> _byText;
    private readonly FrozenDictionary<string, CodeListValue> _byValue;
    private readonly string[] _longestFirst;

    /// <summary>A list as an edition's file states it.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="values">The permitted texts.</param>
    /// <param name="other">Prefix for a value outside the list, e.g. <c>其他-</c>; null: there is none.</param>
    /// <param name="multiple">One cell may hold several.</param>
    /// <param name="source">What the list rests on, in Chinese; empty: as its column.</param>
    public CodeList(string name, IReadOnlyList<CodeListValue> values, string? other = null, bool multiple = false, string source = "")
    {
        (Name, Values, Other, Multiple, Source) = (name, values, other, multiple, source);
        var byText = new Dictionary<string, CodeListValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            byText.TryAdd(value.Text, value);
            if (value.Value is not null) byText.TryAdd(value.Value, value);
        }
        foreach (var value in values)
            foreach (var synonym in value.Synonyms ?? []) byText.TryAdd(synonym, value);
        _byText = byText.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _byValue = values.Where(v => v.Value is not null).DistinctBy(v => v.Value).ToFrozenDictionary(v => v.Value!);
        _longestFirst = [.. byText.Keys.OrderByDescending(k => k.Length)];
    }

    /// <summary>Name of the list.</summary>
    public string Name { get; }

    /// <summary>The permitted texts in order.</summary>
    public IReadOnlyList<CodeListValue> Values { get; }

    /// <summary>Prefix for a value outside the list; null: there is none.</summary>
    public string? Other { get; }

    /// <summary>One cell may hold several.</summary>
    public bool Multiple { get; }

    /// <summary>What the list rests on, in Chinese; empty: as its column.</summary>
    public string Source { get; }

    /// <summary>The entry for a text or one of its synonyms; null when the list has none.</summary>
    public CodeListValue? Find(string text) => _byText.GetValueOrDefault(text);

    /// <summary>The wire text of an enum member; empty when the list has none.</summary>
    public string TextOf(string value) => _byValue.TryGetValue(value, out var found) ? found.Text : "";

    /// <summary>The exact wire text for a value, or null when it is outside the list. <c>其他（…）</c> forms become <c>其他-…</c>.</summary>
    public string? Canonical(string text)
    {
        if (Find(text) is { } found) return found.Text;
        if (Other is null || !text.StartsWith("其他", StringComparison.Ordinal)) return null;
        var note = text.AsSpan(2).Trim(" -－—_:：()（）").ToString();
        return Other + note;
    }

    /// <summary>Whether a wire text is 其他 without the note that must follow it.</summary>
    public bool IsBareOther(string text) => Other is not null && text.Length <= Other.Length && text.StartsWith("其他", StringComparison.Ordinal);

    /// <summary>
    /// Splits a cell that may hold several values. Known texts win over separators, because some contain 、 themselves.
    /// </summary>
    /// <param name="cell">The cell's text.</param>
    /// <param name="unknown">Texts outside the list.</param>
    public IReadOnlyList<string> Split(string cell, out IReadOnlyList<string> unknown)
    {
        var found = new List<string>();
        List<string>? strange = null;
        var rest = cell.AsSpan().Trim(Separators);
        while (rest.Length > 0)
        {
            var known = KnownPrefix(rest);
            var length = known?.Length ?? 0;
            if (length == 0)
            {
                length = rest.IndexOfAny(SeparatorSet);
                if (length < 0) length = rest.Length;
            }
            var text = rest[..length].Trim().ToString();
            var canonical = Canonical(text);
            if (canonical is null) (strange ??= []).Add(text);
            else if (!found.Contains(canonical)) found.Add(canonical);
            rest = rest[length..].TrimStart(Separators);
        }
        unknown = strange ?? (IReadOnlyList<string>)[];
        return found;
    }

    private static readonly SearchValues<char> SeparatorSet = SearchValues.Create(Separators);
    private const string Separators = "、,，;；|/ 　\t\r\n";

    private string? KnownPrefix(ReadOnlySpan<char> rest)
    {
        foreach (var text in _longestFirst)
        {
            if (!rest.StartsWith(text, StringComparison.OrdinalIgnoreCase)) continue;
            if (rest.Length == text.Length || Separators.Contains(rest[text.Length])) return text;
        }
        return null;
    }
}
