namespace CreditKit.Templates.Models;

/// <summary>The state of a case, for whoever holds its receipt.</summary>
public sealed record CaseStatePage : PageModel
{
    /// <summary>What was asked for.</summary>
    public string KindText { get; init; } = "";

    /// <summary>Receipt number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public string StateText { get; init; } = "";

    /// <summary>When it was received.</summary>
    public string ReceivedAt { get; init; } = "";

    /// <summary>Last day for the answer; may be empty.</summary>
    public string AnswerBy { get; init; } = "";

    /// <summary>The answer; may be empty.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What happened, the oldest first: what, and when beside it.</summary>
    public IReadOnlyList<LinkModel> Steps { get; init; } = [];
}
