namespace CreditKit.Validation;

/// <summary>Settings of validation, section <c>ShuangGongShi:Validation</c>.</summary>
public sealed class ValidationOptions
{
    /// <summary>Weights that differ from the shipped ones, by rule id (<c>creditkit doctor</c> lists the ids).</summary>
    public Dictionary<string, RuleSetting> Rules { get; } = [];

    /// <summary>The agency's subject list: a text file of codes and names, relative to the data folder; null: none.</summary>
    public string? SubjectList { get; set; }

    /// <summary>What the place's own scheme asks the page to show: <c>xiamen-2016</c>, <c>yangquan-2021</c>, or a file of <c>standards/display</c> in the data folder. Null: none.</summary>
    public string? DisplaySet { get; set; }

    /// <summary>First day of the agency's functions; earlier decisions get a warning. Null: not checked.</summary>
    public DateOnly? FunctionsSince { get; set; }
}
