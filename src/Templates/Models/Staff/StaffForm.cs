namespace CreditKit.Templates.Models;

/// <summary>A form that posts, with its antiforgery token; or one that asks (GET).</summary>
internal sealed record StaffForm
{
    public string Action { get; init; } = "";

    public bool Asks { get; init; }

    public string Token { get; init; } = "";

    public bool HasFiles { get; init; }

    public bool Wide { get; init; }

    /// <summary>Checked field by field while it is filled, where scripts run.</summary>
    public bool Live { get; init; }

    public bool Small { get; init; }

    public IReadOnlyList<StaffHidden> Hidden { get; init; } = [];

    public IReadOnlyList<StaffGroup> Groups { get; init; } = [];

    public IReadOnlyList<StaffButton> Buttons { get; init; } = [];
}
