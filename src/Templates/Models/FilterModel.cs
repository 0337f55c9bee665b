namespace CreditKit.Templates.Models;

/// <summary>The filters of a list.</summary>
public sealed record FilterModel
{
    /// <summary>Where the form leads.</summary>
    public string ActionUrl { get; init; } = "";

    /// <summary>The form keeps large type.</summary>
    public bool LargeType { get; init; }

    /// <summary>Words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Choices with counts.</summary>
    public IReadOnlyList<ChoiceModel> Choices { get; init; } = [];

    /// <summary>Kind of the date fields: <c>date</c>; <c>text</c> after a mistake, so that what was written stays.</summary>
    public string DateInput { get; init; } = "date";

    /// <summary>Decided on or after, yyyy-MM-dd; may be empty.</summary>
    public string From { get; init; } = "";

    /// <summary>What is wrong with it; may be empty.</summary>
    public string FromError { get; init; } = "";

    /// <summary>Decided on or before.</summary>
    public string To { get; init; } = "";

    /// <summary>What is wrong with it; may be empty.</summary>
    public string ToError { get; init; } = "";

    /// <summary>The list without filters.</summary>
    public string ClearUrl { get; init; } = "";
}
