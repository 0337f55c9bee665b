namespace CreditKit.Templates.Models;

/// <summary>A table of the data dictionary.</summary>
public sealed record DictionaryGroupModel
{
    /// <summary>Heading.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Rows: name as shown, name or code in files, meaning.</summary>
    public IReadOnlyList<RuleModel> Rows { get; init; } = [];
}
