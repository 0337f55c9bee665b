using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>One edition of the national data standard: columns in order, code lists and wire formats. Immutable.</summary>
public sealed class StandardEdition
{
    private readonly IReadOnlyList<StandardColumn> _license;
    private readonly IReadOnlyList<StandardColumn> _penalty;
    private readonly IReadOnlyList<StandardColumn> _act;
    private readonly IReadOnlyList<StandardColumn> _extensions;
    private readonly StandardColumn?[][] _byField;

    internal StandardEdition(EditionFile file, ActColumns acts)
    {
        _act = acts.Columns;
        (Id, Title, Source) = (file.Id, file.Title, file.Source);
        (From, Until, IsCurrent) = (file.From, file.Until, file.Current);
        Wire = file.Wire ?? new();
        (_license, _penalty, _extensions) = (file.License ?? [], file.Penalty ?? [], file.Extensions ?? []);
        CodeLists = (file.CodeLists ?? []).Concat(acts.CodeLists.Where(l => file.CodeLists?.ContainsKey(l.Key) != true)).ToDictionary(l => l.Key, l => new CodeList(l.Key, l.Value.Values, l.Value.Other, l.Value.Multiple, l.Value.Source));
        _byField = [.. RecordKindText.All.Select(Index)];
    }

    /// <summary>Short name, e.g. <c>2019</c>.</summary>
    public string Id { get; }

    /// <summary>Chinese title.</summary>
    public string Title { get; }

    /// <summary>The documents it was compiled from.</summary>
    public string Source { get; }

    /// <summary>First day in use.</summary>
    public DateOnly From { get; }

    /// <summary>Last day in use; null: still in use.</summary>
    public DateOnly? Until { get; }

    /// <summary>Whether new rows follow this edition.</summary>
    public bool IsCurrent { get; }

    /// <summary>How values are written.</summary>
    public WireFormat Wire { get; }

    /// <summary>Code lists by name.</summary>
    public IReadOnlyDictionary<string, CodeList> CodeLists { get; }

    /// <summary>The standard's own columns of a kind, in order; for the other acts the product's and the agency's.</summary>
    public IReadOnlyList<StandardColumn> Columns(RecordKind kind) => kind switch
    {
        RecordKind.License => _license,
        RecordKind.Penalty => _penalty,
        RecordKind.Act => _act,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The product's extension columns of a kind; they stand behind the standard ones.</summary>
    public IReadOnlyList<StandardColumn> Extensions(RecordKind kind) => [.. _extensions.Where(c => c.Kind is null || c.Kind == kind)];

    /// <summary>The columns of one national Excel template (one per kind and subject), in order.</summary>
    /// <param name="kind">What the rows are.</param>
    /// <param name="subject">法人 or 自然人 template; <see cref="ColumnSubject.All"/> for the form that holds everybody.</param>
    public IReadOnlyList<StandardColumn> Template(RecordKind kind, ColumnSubject subject) =>
        [.. Columns(kind).Where(c => subject == ColumnSubject.All || c.Who == ColumnSubject.All || c.Who == subject)];

    /// <summary>The column of a field in this edition (or its extension); null when it has none.</summary>
    public StandardColumn? Column(RecordKind kind, StandardField field) => _byField[(int)kind - 1][(int)field];

    /// <summary>A code list by name; null when the edition has none of that name.</summary>
    public CodeList? CodeList(string? name) => name is null ? null : CodeLists.GetValueOrDefault(name);

    private StandardColumn?[] Index(RecordKind kind)
    {
        var index = new StandardColumn?[Enum.GetValues<StandardField>().Length];
        foreach (var column in Columns(kind).Concat(Extensions(kind)).Where(c => c.Field != StandardField.None)) index[(int)column.Field] ??= column;
        return index;
    }
}
