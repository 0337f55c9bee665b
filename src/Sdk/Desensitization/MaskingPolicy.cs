using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreditKit.Recognition;

namespace CreditKit.Desensitization;

/// <summary>
/// The masking data: how each kind of value is masked, and how each field of a record is shown per category of the
/// counterpart (<c>full</c>, <c>hide</c>, or the name of a style). The agency's <c>masking.json</c> replaces entries one by one.
/// </summary>
internal sealed class MaskingPolicy
{
    public const string FileName = "masking.json";

    private readonly Dictionary<string, MaskStyle> _kinds;
    private readonly Dictionary<string, Dictionary<string, string>> _fields;
    private readonly Dictionary<string, IMaskingRule> _rules;

    private MaskingPolicy(JsonObject data, IEnumerable<IMaskingRule> rules, string origin, string remedyText)
    {
        _kinds = data["kinds"].Deserialize<Dictionary<string, MaskStyle>>()!;
        _fields = data["fields"].Deserialize<Dictionary<string, Dictionary<string, string>>>()!;
        _rules = [];
        foreach (var rule in MaskingRules.BuiltIn.Concat(rules)) _rules[rule.Name] = rule;
        foreach (var (kind, style) in _kinds)
        {
            if (!PersonalDataKind.All.Contains(kind)) throw Wrong(origin, $"kinds 中的“{kind}”不是已知的种类，应为 {string.Join("、", PersonalDataKind.All)} 之一");
            if (!_rules.ContainsKey(style.Rule)) throw Wrong(origin, $"{kind} 的 rule“{style.Rule}”不存在，应为 {string.Join("、", _rules.Keys)} 之一");
            if (style.First < 0 || style.Last < 0) throw Wrong(origin, $"{kind} 的 first、last 不能是负数");
        }

        foreach (var (field, shown) in _fields)
            foreach (var (category, style) in shown)
                if (style is not ("full" or "hide" or "name"))
                    throw Wrong(origin, $"fields 中 {field} 的 {category}“{style}”不是已知的方式，应为 full、name 或 hide");
        foreach (var kind in PersonalDataKind.All)
            if (!_kinds.ContainsKey(kind)) throw Wrong(origin, $"kinds 中缺少“{kind}”");
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.ToJsonString() + "\n" + remedyText)));
    }

    /// <summary>Changes when any masking does: public data made under another hash must be made anew.</summary>
    public string ContentHash { get; }

    public static MaskingPolicy Load(string? dataDirectory, IEnumerable<IMaskingRule> rules, string remedyText)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Desensitization/masking/default.json")
            ?? throw new InvalidOperationException("CK1302: the embedded masking data is missing; rebuild CreditKit.");
        var data = JsonNode.Parse(stream)!.AsObject();
        var file = dataDirectory is null ? null : Path.Combine(dataDirectory, FileName);
        if (file is null || !File.Exists(file)) return new MaskingPolicy(data, rules, "default.json", remedyText);
        try
        {
            var own = JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (own is not JsonObject overrides) throw Wrong(file, "应为一个 JSON 对象");
            Merge(data, overrides);
            return new MaskingPolicy(data, rules, file, remedyText);
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"CK1303: {file} 不是有效的脱敏规则文件（第 {e.LineNumber + 1} 行）：请按 docs 中的格式更正。", e);
        }
    }

    /// <summary>The masked form of a value of a kind.</summary>
    public string Mask(string kind, ReadOnlySpan<char> value)
    {
        var style = _kinds[kind];
        return _rules[style.Rule].Mask(value, style);
    }

    /// <summary>How a field is shown for a category: <c>full</c>, <c>hide</c> or <c>name</c>.</summary>
    public string Shown(string field, string category) =>
        _fields.TryGetValue(field, out var shown) && shown.TryGetValue(category, out var style) ? style : "full";

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (value is JsonObject child && into[key] is JsonObject target) Merge(target, child);
            else into[key] = value?.DeepClone();
        }
    }

    private static InvalidOperationException Wrong(string origin, string what) => new($"CK1303: {origin}：{what}。");
}
