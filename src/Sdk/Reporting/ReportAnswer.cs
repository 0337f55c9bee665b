namespace CreditKit.Reporting;

/// <summary>A channel's answer for one envelope. Texts are bounded and hold no secret of the channel.</summary>
public sealed record ReportAnswer
{
    private ReportAnswer(AnswerClass @class, AnswerScope scope) => (Class, Scope) = (@class, scope);

    /// <summary>What it means.</summary>
    public AnswerClass Class { get; }

    /// <summary>Whom it is about.</summary>
    public AnswerScope Scope { get; }

    /// <summary>The receiver's code, or the product's for a failure (<c>timeout</c>, <c>http-503</c> …).</summary>
    public string Code { get; private init; } = "";

    /// <summary>The receiver's words.</summary>
    public string Message { get; private init; } = "";

    /// <summary>National id and receipt number.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The receiver's batch.</summary>
    public string Batch { get; private init; } = "";

    /// <summary>The row's part of the answer as it came.</summary>
    public string Raw { get; private init; } = "";

    /// <summary>How long the receiver asks to wait.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The call certainly never left this machine.</summary>
    public bool NeverSent { get; private init; }

    /// <summary>Taken.</summary>
    /// <param name="number">National id and receipt number.</param>
    /// <param name="batch">The receiver's batch.</param>
    /// <param name="raw">The answer as it came, bounded.</param>
    public static ReportAnswer Accepted(string number, string batch = "", string raw = "") =>
        new(AnswerClass.Accepted, AnswerScope.Row) { Number = number, Batch = batch, Raw = raw };

    /// <summary>Handed over; the receiver judges it later (<see cref="ILateVerdicts"/>) and no receipt number exists yet.</summary>
    /// <param name="batch">File, package or table that it was handed over in.</param>
    /// <param name="raw">What was handed over, bounded.</param>
    public static ReportAnswer HandedOver(string batch, string raw = "") =>
        new(AnswerClass.Accepted, AnswerScope.Row) { Code = "handed-over", Batch = batch, Raw = raw };

    /// <summary>Refused for good.</summary>
    /// <param name="code">The receiver's rule code.</param>
    /// <param name="message">The receiver's words.</param>
    /// <param name="batch">The receiver's batch.</param>
    /// <param name="raw">The answer as it came, bounded.</param>
    public static ReportAnswer Rejected(string code, string message, string batch = "", string raw = "") =>
        new(AnswerClass.Rejected, AnswerScope.Row) { Code = code, Message = message, Batch = batch, Raw = raw };

    /// <summary>Certainly not taken.</summary>
    /// <param name="scope">Whom it is about.</param>
    /// <param name="code">Why.</param>
    /// <param name="retryAfter">How long the receiver asks to wait.</param>
    /// <param name="neverSent">The call certainly never left this machine.</param>
    public static ReportAnswer Retry(AnswerScope scope, string code, TimeSpan? retryAfter = null, bool neverSent = false) =>
        new(AnswerClass.Retry, scope) { Code = code, RetryAfter = retryAfter, NeverSent = neverSent };

    /// <summary>It may have been taken.</summary>
    /// <param name="scope">Whom it is about.</param>
    /// <param name="code">Why it is not known.</param>
    public static ReportAnswer Unknown(AnswerScope scope, string code) => new(AnswerClass.Unknown, scope) { Code = code };

    /// <summary>Class and code only.</summary>
    public override string ToString() => $"{Class} {Code}";
}
