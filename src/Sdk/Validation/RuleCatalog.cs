using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreditKit.Validation;

/// <summary>The shipped rules as data (<c>Validation/rules.json</c>).</summary>
public static class RuleCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<IReadOnlyDictionary<string, RuleDescription>> Loaded = new(Load);

    /// <summary>Every shipped rule in order.</summary>
    public static IEnumerable<RuleDescription> All => Loaded.Value.Values;

    /// <summary>A shipped rule by id.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that id.</exception>
    public static RuleDescription Get(string id) => Loaded.Value[id];

    private static Dictionary<string, RuleDescription> Load()
    {
        using var stream = typeof(RuleCatalog).Assembly.GetManifestResourceStream("Validation/rules.json")!;
        var file = JsonSerializer.Deserialize<RuleFile>(stream, Json)!;
        return file.Rules.ToDictionary(r => r.Id);
    }

    private sealed record RuleFile(IReadOnlyList<RuleDescription> Rules);
}
