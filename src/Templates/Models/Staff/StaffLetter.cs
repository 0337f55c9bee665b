namespace CreditKit.Templates.Models;

/// <summary>A letter that prints on one or two pages.</summary>
internal sealed record StaffLetter
{
    public string Title { get; init; } = "";

    public string Number { get; init; } = "";

    public string To { get; init; } = "";

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public string From { get; init; } = "";

    public string Date { get; init; } = "";
}
