using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>One column of an edition, as its JSON file states it.</summary>
public sealed record StandardColumn
{
    /// <summary>The wire name, e.g. <c>XK_XDR_MC</c>; for the product's own extension columns the Chinese head.</summary>
    public required string Code { get; init; }

    /// <summary>What it means inside.</summary>
    public required StandardField Field { get; init; }

    /// <summary>The Chinese head of the national Excel template.</summary>
    public required string Head { get; init; }

    /// <summary>How it is written.</summary>
    public ColumnType Type { get; init; }

    /// <summary>Longest text in characters; 0: no limit stated.</summary>
    public int Length { get; init; }

    /// <summary>Decimal places of an amount.</summary>
    public int Scale { get; init; }

    /// <summary>必填, conditional or 选填.</summary>
    public ColumnNeed Need { get; init; }

    /// <summary>Whose rows fill it.</summary>
    public ColumnSubject Who { get; init; }

    /// <summary>Name of its code list; null: free text.</summary>
    public string? CodeList { get; init; }

    /// <summary>Its value may be personal data and is never repeated in a message.</summary>
    public bool Personal { get; init; }

    /// <summary>What a missing mandatory value does to publication; default block.</summary>
    public ColumnWeight Publish { get; init; } = ColumnWeight.Block;

    /// <summary>What a missing mandatory value does to reporting; default block.</summary>
    public ColumnWeight Report { get; init; } = ColumnWeight.Block;

    /// <summary>What a missing mandatory value does to publication of back-loaded rows; default as <see cref="Publish"/>.</summary>
    public ColumnWeight? Historic { get; init; }

    /// <summary>Other headings under which agencies keep this column.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>填报说明.</summary>
    public string Note { get; init; } = "";

    /// <summary>A three or more sources, B two, C one, K unverified, own: the product's extension.</summary>
    public string Confidence { get; init; } = "A";

    /// <summary>For an extension column: the only kind that has it; null: both.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>For a column of the other administrative acts: the only kinds that have it; empty: all.</summary>
    public IReadOnlyList<ActKind> Acts { get; init; } = [];

    /// <summary>An extension of the product, behind the standard columns.</summary>
    public bool IsExtension => Confidence == "own";
}
