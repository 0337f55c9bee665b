namespace CreditKit.Templates.Models;

/// <summary>A button; its value says which was pressed.</summary>
internal sealed record StaffButton
{
    public string Text { get; init; } = "";

    public string Name { get; init; } = "do";

    public string Value { get; init; } = "";

    public bool Quiet { get; init; }

    public string Key { get; init; } = "";
}
