namespace CreditKit.Templates.Models;

/// <summary>A page of a paper as a picture.</summary>
internal sealed record StaffPicture
{
    public string Text { get; init; } = "";

    public string Url { get; init; } = "";
}
