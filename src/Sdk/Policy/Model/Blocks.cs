using CreditKit.Records;

namespace CreditKit.Policy.Model;

/// <summary>What every block says of itself.</summary>
internal abstract record BlockData
{
    public string? Source { get; init; }

    public Certainty? Certainty { get; init; }
}

/// <summary>Deadlines of publishing and reporting, in working days.</summary>
internal sealed record PublishData : BlockData
{
    public WhenData? When { get; init; }

    public StartPoint? Start { get; init; }

    public Figure? Days { get; init; }

    public StartPoint? ReportStart { get; init; }

    public Figure? ReportDays { get; init; }

    /// <summary>Reporting is due on the day of publication, whenever that is due.</summary>
    public bool? ReportWithPublication { get; init; }

    /// <summary>The way of reporting, for people.</summary>
    public string? ReportVia { get; init; }
}

internal enum StartPoint
{
    Decided,

    /// <summary>Made and effective: the later of both.</summary>
    Effective,

    Served,

    Published,
}

/// <summary>Terms of disclosure. In an overlay, <see cref="PeriodMode.Cap"/> only shortens, <see cref="PeriodMode.Prescribe"/> stands in place of lower levels.</summary>
internal sealed record PeriodData : BlockData
{
    public PeriodMode Mode { get; init; }

    public StartPoint Start { get; init; }

    public RuleData[] Rules { get; init; } = [];
}

internal enum PeriodMode
{
    Cap,
    Prescribe,
}

/// <summary>The first rule that fits counts; of neighbours with the same group that fit, the longest.</summary>
internal sealed record RuleData : BlockData
{
    public string Id { get; init; } = "";

    public WhenData? When { get; init; }

    public string? Group { get; init; }

    public PeriodEnd End { get; init; }

    /// <summary>Months; absent: no repair before the end.</summary>
    public Figure? Min { get; init; }

    public Figure? Max { get; init; }

    /// <summary>The edition knows no such class: the map is a reading, listed for a person.</summary>
    public bool Uncertain { get; init; }
}

internal enum PeriodEnd
{
    Term,

    /// <summary>No end in law.</summary>
    None,

    /// <summary>End of the licence's validity.</summary>
    Validity,

    /// <summary>No end has been found in law; shown until somebody states one.</summary>
    Unstated,
}

/// <summary>What is not published or not reported.</summary>
internal sealed record ExcludeData : BlockData
{
    public string Code { get; init; } = "";

    public WhenData? When { get; init; }

    /// <summary>Absent: every destination.</summary>
    public DestinationKind[]? Destinations { get; init; }

    public ExcludeEffect Effect { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Name of the agency's setting that switches it off.</summary>
    public string? Switch { get; init; }

    /// <summary>A recorded legal basis that prescribes publication overcomes it.</summary>
    public bool Liftable { get; init; }

    /// <summary>Absent: the day the edition begins.</summary>
    public DateOnly? Starts { get; init; }
}

internal enum ExcludeEffect
{
    Block,

    /// <summary>Sent, marked 不公示.</summary>
    Mark,
}

/// <summary>A statute that prescribes publication and so overcomes exclusions.</summary>
internal sealed record LiftData : BlockData
{
    public string[] Codes { get; init; } = [];

    public WhenData? When { get; init; }

    public DestinationKind[]? Destinations { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>Taking down.</summary>
internal sealed record WithdrawData : BlockData
{
    public bool? SameDay { get; init; }

    public Figure? MaxWorkdays { get; init; }

    public Figure? SyncWorkdays { get; init; }

    public Figure? NoticeMonths { get; init; }

    public bool? MarkPending { get; init; }
}

/// <summary>Credit repair.</summary>
internal sealed record RepairData : BlockData
{
    public Figure? AcceptDays { get; init; }

    public Figure? DecideDays { get; init; }

    public Figure? ExtendDays { get; init; }

    public Figure? SyncDays { get; init; }

    public Figure? RepeatWithinMonths { get; init; }

    public Figure? FalseBanMonths { get; init; }

    public Severity[]? ExcludedSeverities { get; init; }

    public MaterialData[]? Materials { get; init; }

    public string? Window { get; init; }

    public bool? FreeOfCharge { get; init; }
}

/// <summary>The papers for a class.</summary>
internal sealed record MaterialData
{
    public Severity[]? Severities { get; init; }

    public string[] Items { get; init; } = [];
}

/// <summary>Objection and enquiry.</summary>
internal sealed record ObjectionData : BlockData
{
    public string[]? Grounds { get; init; }

    public bool? AnyoneMayObject { get; init; }

    public Figure? MarkDays { get; init; }

    public Figure? AcceptDays { get; init; }

    public Figure? OwnDays { get; init; }

    public Figure? SourceDays { get; init; }

    public Figure? ExtendDays { get; init; }

    public Figure? TotalDays { get; init; }

    public bool? PublishResult { get; init; }
}

/// <summary>A class standard: it proposes, a person decides. The first that fits counts.</summary>
internal sealed record SeverityData : BlockData
{
    public Severity Severity { get; init; }

    public WhenData? When { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>Text of a reason that does not come from a rule: standing of the record, or ground recorded by a reviewer.</summary>
internal sealed record ReasonData : BlockData
{
    public string Code { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>A ground a reviewer may record.</summary>
    public bool Ground { get; init; }

    /// <summary>What the ground means for reporting.</summary>
    public ExcludeEffect OnReport { get; init; }
}

/// <summary>A figure that nothing here computes with, kept with its source.</summary>
internal sealed record NamedFigureData : BlockData
{
    public string Name { get; init; } = "";

    public Figure? Value { get; init; }

    public string Unit { get; init; } = "";

    public string? Text { get; init; }
}
