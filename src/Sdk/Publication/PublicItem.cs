using System.Text.Json.Serialization;

namespace CreditKit.Publication;

/// <summary>One item of the catalogue as anyone may see it: reviewed for confidentiality, without the person responsible.</summary>
/// <param name="Code">事项编码.</param>
/// <param name="Name">事项名称.</param>
/// <param name="Kind"><c>license</c>, <c>penalty</c> ….</param>
/// <param name="KindText">行政许可, 行政处罚 ….</param>
/// <param name="Provider">提供单位.</param>
/// <param name="ProviderKind">行政机关, 授权组织, 事业单位, 受委托组织.</param>
public sealed record PublicItem(string Code, string Name, string Kind, string KindText, string Provider, string ProviderKind)
{
    /// <summary>具体行政行为.</summary>
    public string? Act { get; init; }

    /// <summary>数据来源.</summary>
    public string? DataSource { get; init; }

    /// <summary>信息性质.</summary>
    public string? Nature { get; init; }

    /// <summary>共享属性.</summary>
    public string Sharing { get; init; } = "";

    /// <summary>公开属性.</summary>
    public string Openness { get; init; } = "";

    /// <summary>公示期限.</summary>
    public string? Period { get; init; }

    /// <summary>设定依据.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>实行告知承诺制.</summary>
    public bool ByCommitment { get; init; }

    /// <summary>责任科室.</summary>
    public string? ResponsibleUnit { get; init; }

    /// <summary>First day in force, yyyy-MM-dd; null: with its edition.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Who provided it before.</summary>
    public string? Predecessor { get; init; }
}

/// <summary>The public items of a day.</summary>
/// <param name="Day">The day on which these are in force.</param>
/// <param name="Items">In order of layers and codes.</param>
public sealed record PublicCatalogue(DateOnly Day, IReadOnlyList<PublicItem> Items);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PublicCatalogue))]
internal sealed partial class PublicCatalogueJson : JsonSerializerContext;
