namespace CreditKit.Cases;

/// <summary>The limits of objections and enquiries on one day, in working days. Null: no such limit.</summary>
internal sealed record ObjectionTerms
{
    /// <summary>Within which the record is marked.</summary>
    public TermFigure? Mark { get; init; }

    /// <summary>Within which it is admitted or passed on.</summary>
    public TermFigure? Accept { get; init; }

    /// <summary>Within which it is decided when no other unit is needed.</summary>
    public TermFigure? Own { get; init; }

    /// <summary>Within which it is decided when another unit is asked.</summary>
    public TermFigure? Source { get; init; }

    public TermFigure? Extend { get; init; }

    /// <summary>In all.</summary>
    public TermFigure? Total { get; init; }

    /// <summary>The results are published.</summary>
    public bool PublishResult { get; init; }
}
