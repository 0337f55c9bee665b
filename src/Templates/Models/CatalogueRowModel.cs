namespace CreditKit.Templates.Models;

/// <summary>One item of the catalogue, or one data item.</summary>
public sealed record CatalogueRowModel
{
    /// <summary>事项编码, or the code of the data item.</summary>
    public string Code { get; init; } = "";

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>具体行政行为 and what else there is to say; for a data item its filling note.</summary>
    public string Text { get; init; } = "";

    /// <summary>提供单位; for a data item whether it must be filled.</summary>
    public string Provider { get; init; } = "";

    /// <summary>设定依据.</summary>
    public string Basis { get; init; } = "";

    /// <summary>公开属性 and 共享属性.</summary>
    public string Attributes { get; init; } = "";

    /// <summary>公示期限.</summary>
    public string Period { get; init; } = "";
}
