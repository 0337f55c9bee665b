using CreditKit.Ledger;

namespace CreditKit.Reporting;

/// <summary>What one call (with the question before it) brought.</summary>
internal sealed class CallResult
{
    /// <summary>What is to be written.</summary>
    public List<OutboxOutcome> Outcomes { get; } = [];

    /// <summary>The answers they came from, with their entries.</summary>
    public List<(OutboxEntry Entry, ReportAnswer Answer)> Answers { get; } = [];

    /// <summary>Rows that went out.</summary>
    public int Sent { get; set; }

    public void Add(OutboxOutcome outcome, ReportAnswer answer)
    {
        Outcomes.Add(outcome);
        Answers.Add((outcome.Entry, answer));
    }
}
