namespace CreditKit.Catalog;

/// <summary>The three layers of a catalogue (鹤信用发〔2022〕1号四（一）1). A nearer layer describes an item more closely; it never opens what a wider one keeps closed.</summary>
public enum CatalogLayer
{
    /// <summary>全国公共信用信息基础目录.</summary>
    National = 1,

    /// <summary>省级目录.</summary>
    Provincial = 2,

    /// <summary>地方补充目录.</summary>
    Supplement = 3,
}
