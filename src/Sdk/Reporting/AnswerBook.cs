using CreditKit.Ledger;

namespace CreditKit.Reporting;

/// <summary>What each class of answer does to its row, and what a turn says about the channel.</summary>
internal sealed class AnswerBook(BackOff backOff, bool canLookUp)
{
    /// <summary>No receiver is left alone for longer, whatever it asks.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>The answer to a row that was sent.</summary>
    public OutboxOutcome Answered(OutboxEntry entry, ReportAnswer answer) => answer.Class switch
    {
        AnswerClass.Accepted or AnswerClass.Rejected => Found(entry, answer),
        AnswerClass.Retry => new OutboxOutcome
        {
            Entry = entry,
            State = OutboxState.Pending,
            Code = answer.Code,
            NeverSent = answer.NeverSent,
            Suspicious = answer.Scope == AnswerScope.Call,
            Wait = Wait(entry, answer),
        },
        _ => new OutboxOutcome
        {
            Entry = entry,
            State = OutboxState.Unknown,
            Code = answer.Code,
            Suspicious = answer.Scope == AnswerScope.Call,

            // Without somebody to ask, sending again might take effect twice: a person decides.
            Wait = canLookUp ? Wait(entry, answer) : null,
        },
    };

    /// <summary>The receiver's word, given now or found afterwards.</summary>
    public static OutboxOutcome Found(OutboxEntry entry, ReportAnswer answer) => answer.Class == AnswerClass.Accepted
        ? new OutboxOutcome { Entry = entry, State = OutboxState.Accepted, Code = answer.Code.Length > 0 ? answer.Code : "accepted", Number = answer.Number, Batch = answer.Batch, Answer = answer.Raw }
        : new OutboxOutcome { Entry = entry, State = OutboxState.Rejected, Code = answer.Code, Answer = answer.Message.Length > 0 ? answer.Message : answer.Raw };

    /// <summary>Asked, and no word.</summary>
    public OutboxOutcome StillUnknown(OutboxEntry entry, ReportAnswer answer) => new()
    {
        Entry = entry,
        State = OutboxState.Unknown,
        Code = answer.Code,
        Suspicious = answer.Scope == AnswerScope.Call,
        Wait = canLookUp ? Wait(entry, answer) : null,
    };

    /// <summary>Not sent this time; it is due at once.</summary>
    public static OutboxOutcome GiveBack(Letter letter) => new()
    {
        Entry = letter.Entry,
        State = letter.Entry.MayBeThere ? OutboxState.Unknown : OutboxState.Pending,
        NeverSent = !letter.Entry.MayBeThere,
        Wait = TimeSpan.Zero,
    };

    /// <summary>Whether the channel answers; null when the turn says nothing about it.</summary>
    public static ChannelVerdict? Verdict(IReadOnlyList<CallResult> calls, BackOff backOff)
    {
        var answers = calls.SelectMany(c => c.Answers).ToList();
        var failed = answers.FirstOrDefault(a => a.Answer.Scope == AnswerScope.Channel);
        if (failed.Answer is { } fault)
            return new ChannelVerdict(Answered: false, fault.Code, n => Asked(fault) is { } asked && asked > backOff.Channel(n) ? asked : backOff.Channel(n));
        if (answers.Any(a => a.Answer.Scope == AnswerScope.Row && a.Answer.Code is not ("stopped" or "no-lookup"))) return new ChannelVerdict(Answered: true);

        // A row that fails alone while others get through is no reason to leave the channel alone.
        var calm = answers.Where(a => a.Answer.Scope == AnswerScope.Call).ToList();
        return calm.Count == 0 || calm.All(a => a.Entry.Suspect) ? null : new ChannelVerdict(Answered: false, calm[0].Answer.Code, backOff.Channel);
    }

    private TimeSpan Wait(OutboxEntry entry, ReportAnswer answer) => answer.Scope switch
    {
        AnswerScope.Channel => TimeSpan.Zero,
        AnswerScope.Call => backOff.Row(entry.Suspicion + 1),
        _ => Asked(answer) ?? backOff.Row(entry.Attempts),
    };

    private static TimeSpan? Asked(ReportAnswer answer) => answer.RetryAfter is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestAsked.Ticks)) : null;
}
