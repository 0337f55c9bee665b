namespace CreditKit.Templates.Models;

/// <summary>A form that posts, with its antiforgery token; or one that asks (GET).</summary>
internal sealed record StaffForm
{
    public string Action { get; init; } = "";

    public bool Asks { get; init; }

    public string Token { get; init; } = "";

    public bool HasFiles { get; init; }

    public bool Wide { get; init; }

    public bool Small { get; init; }

    public IReadOnlyList<StaffHidden> Hidden { get; init; } = [];

    public IReadOnlyList<StaffGroup> Groups { get; init; } = [];

    public IReadOnlyList<StaffButton> Buttons { get; init; } = [];
}
