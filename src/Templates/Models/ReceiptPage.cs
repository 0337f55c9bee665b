namespace CreditKit.Templates.Models;

/// <summary>The receipt of a form; shown once, to be printed.</summary>
public sealed record ReceiptPage : PageModel
{
    /// <summary>What was received.</summary>
    public string KindText { get; init; } = "";

    /// <summary>Receipt number.</summary>
    public string Number { get; init; } = "";

    /// <summary>The secret.</summary>
    public string Secret { get; init; } = "";

    /// <summary>When it was received.</summary>
    public string ReceivedAt { get; init; } = "";

    /// <summary>Last day for the answer; may be empty.</summary>
    public string AnswerBy { get; init; } = "";

    /// <summary>Where the state is asked for.</summary>
    public string StateUrl { get; init; } = "";
}
