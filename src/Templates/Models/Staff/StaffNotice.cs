namespace CreditKit.Templates.Models;

/// <summary>What a person is told at the top: done, attention, wrong.</summary>
internal sealed record StaffNotice
{
    /// <summary>done, care or wrong.</summary>
    public string Tone { get; init; } = "done";

    public string Word { get; init; } = "";

    public string Text { get; init; } = "";

    public IReadOnlyList<StaffLink> Items { get; init; } = [];
}
