using CreditKit.Records;

namespace CreditKit.Catalog;

/// <summary>The Chinese words of a catalogue's attributes, with what else people write for them.</summary>
internal static class CatalogWords
{
    private static readonly Dictionary<CatalogLayer, string[]> Layers = new()
    {
        [CatalogLayer.National] = ["全国基础目录", "全国", "国家", "国家级", "national"],
        [CatalogLayer.Provincial] = ["省级目录", "省级", "省", "provincial"],
        [CatalogLayer.Supplement] = ["补充目录", "地方补充目录", "补充", "市级", "县级", "supplement"],
    };

    private static readonly Dictionary<ProviderKind, string[]> Providers = new()
    {
        [ProviderKind.Agency] = ["行政机关", "机关"],
        [ProviderKind.AuthorizedOrganization] = ["授权组织", "法律、法规授权的组织", "法律法规授权组织", "法律法规授权的具有管理公共事务职能的组织"],
        [ProviderKind.PublicInstitution] = ["事业单位"],
        [ProviderKind.Entrusted] = ["受委托组织", "受委托的组织", "受委托", "委托"],
    };

    private static readonly Dictionary<Sharing, string[]> Sharings = new()
    {
        [Sharing.Unconditional] = ["无条件共享", "政务共享", "共享", "完全共享"],
        [Sharing.Conditional] = ["有条件共享", "授权查询", "授权共享"],
        [Sharing.None] = ["不予共享", "不共享"],
    };

    private static readonly Dictionary<Openness, string[]> Opennesses = new()
    {
        [Openness.Open] = ["主动公开", "社会公开", "公开", "公示"],
        [Openness.OnRequest] = ["依申请公开", "授权查询"],
        [Openness.Closed] = ["不公开", "不予公开", "政务共享", "内部共享", "政府内部共享"],
    };

    private static readonly Dictionary<RecordKind, string[]> Kinds = Enum.GetValues<RecordKind>()
        .ToDictionary(k => k, k => new[] { RecordKindText.Of(k), RecordKindText.Of(k).Replace("行政", "", StringComparison.Ordinal), RecordKindText.Of(k) + "信息" });

    public static string Of(CatalogLayer value) => Layers[value][0];

    public static string Of(ProviderKind value) => Providers[value][0];

    public static string Of(Sharing value) => Sharings[value][0];

    public static string Of(Openness value) => Opennesses[value][0];

    public static bool TryRead(string text, out CatalogLayer value) => TryRead(Layers, text, out value);

    public static bool TryRead(string text, out ProviderKind value) => TryRead(Providers, text, out value);

    public static bool TryRead(string text, out Sharing value) => TryRead(Sharings, text, out value);

    public static bool TryRead(string text, out Openness value) => TryRead(Opennesses, text, out value);

    public static bool TryRead(string text, out RecordKind value) => TryRead(Kinds, text, out value);

    /// <summary>What a column may hold, for messages.</summary>
    public static string Choices<T>() where T : struct, Enum => string.Join('、', typeof(T) switch
    {
        var t when t == typeof(CatalogLayer) => Layers.Values.Select(v => v[0]),
        var t when t == typeof(ProviderKind) => Providers.Values.Select(v => v[0]),
        var t when t == typeof(Sharing) => Sharings.Values.Select(v => v[0]),
        var t when t == typeof(Openness) => Opennesses.Values.Select(v => v[0]),
        _ => Kinds.Values.Select(v => v[0]),
    });

    private static bool TryRead<T>(Dictionary<T, string[]> words, string text, out T value) where T : struct, Enum
    {
        var sought = text.Trim();
        foreach (var (key, names) in words)
            if (names.Contains(sought, StringComparer.OrdinalIgnoreCase) || key.ToString().Equals(sought, StringComparison.OrdinalIgnoreCase))
            {
                value = key;
                return true;
            }

        value = default;
        return false;
    }
}
