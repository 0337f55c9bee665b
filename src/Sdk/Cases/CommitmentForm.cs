using System.Text.Json;

namespace CreditKit.Cases;

/// <summary>The prescribed form of the repair commitment, as data; an agency's file <c>commitment.json</c> replaces it whole.</summary>
internal sealed class CommitmentForm
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    private CommitmentForm(IReadOnlyList<CommitmentClause> clauses) => Clauses = clauses;

    public IReadOnlyList<CommitmentClause> Clauses { get; }

    public static CommitmentForm Load(string? dataDirectory)
    {
        if (dataDirectory is not null && Path.Combine(dataDirectory, "commitment.json") is var file && File.Exists(file))
            return Read("commitment.json", File.ReadAllText(file));
        using var stream = typeof(CommitmentForm).Assembly.GetManifestResourceStream("Cases/commitment.json")
            ?? throw new InvalidOperationException("Cases/commitment.json is not embedded.");
        using var reader = new StreamReader(stream);
        return Read("Cases/commitment.json", reader.ReadToEnd());
    }

    /// <summary>The commitment as it is published. It does not name the penalty, which is no longer shown after the repair.</summary>
    public string Text(string subject) =>
        $"{subject}申请信用修复，公开承诺：\n{string.Join('\n', Clauses.Select((c, i) => $"{i + 1}．{c.Text}"))}";

    private static CommitmentForm Read(string name, string json)
    {
        try
        {
            var clauses = JsonSerializer.Deserialize<Content>(json, s_options)?.Clauses;
            if (clauses is not { Count: > 0 }) throw CaseFault.CommitmentFile(name, "没有 clauses");
            if (clauses.Any(c => string.IsNullOrWhiteSpace(c.Id) || string.IsNullOrWhiteSpace(c.Text) || string.IsNullOrWhiteSpace(c.Source)))
                throw CaseFault.CommitmentFile(name, "有的条款缺少 id、text 或者 source");
            if (clauses.DistinctBy(c => c.Id).Count() != clauses.Count) throw CaseFault.CommitmentFile(name, "条款的 id 重复");
            return new CommitmentForm(clauses);
        }
        catch (JsonException e)
        {
            throw CaseFault.CommitmentFile(name, $"不是有效的 JSON（第 {e.LineNumber + 1} 行）");
        }
    }

    private sealed record Content(List<CommitmentClause>? Clauses);
}
