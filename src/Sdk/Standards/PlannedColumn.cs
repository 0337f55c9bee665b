namespace CreditKit.Standards;

/// <summary>One source of a field: a column of the file, or a text made of columns.</summary>
/// <param name="Ordinal">Position in the row; -1 for a composed value.</param>
/// <param name="Heading">The heading as the file has it.</param>
/// <param name="Column">The standard's column it feeds.</param>
public sealed record PlannedColumn(int Ordinal, string Heading, StandardColumn Column)
{
    /// <summary>Unit of an amount; null: the edition's.</summary>
    public AmountUnit? Unit { get; init; }

    /// <summary>Texts of the file and what they stand for; null: none.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>For a constant or a default: the text, in which <c>{heading}</c> stands for a cell.</summary>
    public ComposedText? Text { get; init; }
}
