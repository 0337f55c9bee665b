using System.Text.Json.Serialization;

namespace CreditKit.Standards;

/// <summary>The JSON form of an edition; an agency's own file may extend another and state only what differs.</summary>
internal sealed record EditionFile
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? Extends { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public bool Current { get; init; }
    public string Source { get; init; } = "";
    public WireFormat? Wire { get; init; }
    public IReadOnlyList<StandardColumn>? License { get; init; }
    public IReadOnlyList<StandardColumn>? Penalty { get; init; }
    public IReadOnlyList<StandardColumn>? Extensions { get; init; }
    public Dictionary<string, CodeListFile>? CodeLists { get; init; }
    public IReadOnlyList<string> Remove { get; init; } = [];
    public Dictionary<string, StandardColumn> Replace { get; init; } = [];
    public IReadOnlyList<StandardColumn> Append { get; init; } = [];

    internal sealed record CodeListFile(IReadOnlyList<CodeListValue> Values, string? Other = null, bool Multiple = false, string Source = "");

    /// <summary>This file on top of the one it extends.</summary>
    public EditionFile On(EditionFile parent) => this with
    {
        Wire = Wire ?? parent.Wire,
        License = Merge(License ?? parent.License),
        Penalty = Merge(Penalty ?? parent.Penalty),
        Extensions = [.. Extensions ?? parent.Extensions ?? [], .. Append],
        CodeLists = (parent.CodeLists ?? []).Concat(CodeLists ?? [])
            .GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.Last().Value),
    };

    private List<StandardColumn> Merge(IReadOnlyList<StandardColumn>? columns) =>
        [.. (columns ?? []).Where(c => !Remove.Contains(c.Code)).Select(c => Replace.GetValueOrDefault(c.Code, c))];

    [JsonIgnore]
    public bool IsWhole => Extends is null;
}
