namespace CreditKit.Templates.Models;

/// <summary>A notice of withdrawal: no name, no content.</summary>
public sealed record NoticeModel
{
    /// <summary>决定文书号, or 无文号.</summary>
    public string Number { get; init; } = "";

    /// <summary>Deciding agency.</summary>
    public string Authority { get; init; } = "";

    /// <summary>yyyy-MM-dd HH:mm.</summary>
    public string WithdrawnAt { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
}
