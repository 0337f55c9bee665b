namespace CreditKit.Standards;

/// <summary>How an edition writes values, and what it refuses to take for one.</summary>
public sealed record WireFormat
{
    /// <summary>Date pattern, e.g. <c>yyyy/MM/dd</c>.</summary>
    public string Date { get; init; } = "yyyy/MM/dd";

    /// <summary>The date that stands for long-term validity.</summary>
    public string LongTerm { get; init; } = "2099/12/31";

    /// <summary>Unit of amounts on the wire.</summary>
    public AmountUnit AmountUnit { get; init; } = AmountUnit.Wanyuan;

    /// <summary>Between several penalty categories of one decision.</summary>
    public string CategorySeparator { get; init; } = "；";

    /// <summary>Texts that read as an empty cell.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Texts that stand in for a value and are refused where one is mandatory.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];
}
