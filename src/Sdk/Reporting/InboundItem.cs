using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>A case or a decision that a platform hands over. Printing it shows number and kind only.</summary>
public sealed record InboundItem
{
    /// <summary>Its number there; the same number is taken in once.</summary>
    public required string Number { get; init; }

    /// <summary>What it is.</summary>
    public required InboundKind Kind { get; init; }

    /// <summary>Document number of the decision that it is about.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>统一社会信用代码 of the counterpart; null where not known.</summary>
    public string? CounterpartCode { get; init; }

    /// <summary>What it says: the statement of a case, or the reason of a decision, which becomes public, masked.</summary>
    public string Text { get; init; } = "";

    /// <summary>For a decision: display is to end; false only tells that it was refused.</summary>
    public bool Granted { get; init; }

    /// <summary>For a decision that was granted: why display ends.</summary>
    public WithdrawalGround? Ground { get; init; }

    /// <summary>Who asks; empty where not told.</summary>
    public string ApplicantName { get; init; } = "";

    /// <summary>Their telephone; empty where not told.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Number and kind only.</summary>
    public override string ToString() => $"{Kind} {Number}";
}
