using CreditKit.Catalog;

namespace CreditKit.Reporting;

/// <summary>The item catalogue on its way to a channel: items that were reviewed for confidentiality and may be shared, and the data items that their records are made of.</summary>
public sealed class CatalogueEnvelope
{
    internal CatalogueEnvelope() { }

    /// <summary>Idempotency key: the hash of the content.</summary>
    public required string Key { get; init; }

    /// <summary>Day on which the items are in force, Asia/Shanghai.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Edition of the data standard that the data items are of.</summary>
    public required string Edition { get; init; }

    /// <summary>What the receiver may use it for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The items in force, without the names of persons: who is responsible and who reviewed stays here.</summary>
    public required IReadOnlyList<CatalogItem> Items { get; init; }

    /// <summary>数据项 of each kind of record, under the receiver's column names.</summary>
    public required IReadOnlyList<CatalogueDataItem> DataItems { get; init; }

    /// <summary>The key only.</summary>
    public override string ToString() => Key;
}
