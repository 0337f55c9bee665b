namespace CreditKit.Cases;

/// <summary>The limits of taking down on one day.</summary>
internal sealed record WithdrawalTerms
{
    /// <summary>自收到该告知之日撤下.</summary>
    public bool SameDay { get; init; }

    /// <summary>Working days by statute.</summary>
    public TermFigure? Limit { get; init; }

    /// <summary>Working days for telling the channels.</summary>
    public TermFigure? Sync { get; init; }

    /// <summary>Months for which the notice stands; null: no end.</summary>
    public TermFigure? NoticeMonths { get; init; }
}
