namespace CreditKit.Assessment;

/// <summary>An assessor's figures over one scope; counts, and rates of two counts (null where there is nothing to divide by).</summary>
internal sealed record AssessmentFigures
{
    /// <summary>产生数量: decided, historic data left out.</summary>
    public long Decided { get; init; }

    /// <summary>依法不公示.</summary>
    public long Excluded { get; init; }

    public long Published { get; init; }

    public long Concealed { get; init; }

    public long Late { get; init; }

    /// <summary>With a deadline, and published or past it: what timeliness is measured over.</summary>
    public long Measured { get; init; }

    public long OnTime { get; init; }

    /// <summary>应报送.</summary>
    public long ToReport { get; init; }

    public long Reported { get; init; }

    public long ReportMeasured { get; init; }

    public long ReportedOnTime { get; init; }

    /// <summary>Sent to a platform at least once.</summary>
    public long Submitted { get; init; }

    public long Wrong { get; init; }

    public long Quality { get; init; }

    public long Needed { get; init; }

    public long Filled { get; init; }

    /// <summary>Items and units with decisions to publish, and those of them with something published.</summary>
    public long Scopes { get; init; }

    public long ScopesPublished { get; init; }

    public long Objections { get; init; }

    /// <summary>Mean of working days from receipt to decision; null when none was decided.</summary>
    public double? ObjectionDays { get; init; }

    public long Repairs { get; init; }

    public double? RepairDays { get; init; }

    public double? PublicationRate => Rate(Published, Decided - Excluded);

    public double? OnTimeRate => Rate(OnTime, Measured);

    public double? LateRate => Rate(Measured - OnTime, Measured);

    public double? ReportRate => Rate(Reported, ToReport);

    public double? ReportOnTimeRate => Rate(ReportedOnTime, ReportMeasured);

    /// <summary>合规率（入库率）.</summary>
    public double? AcceptanceRate => Rate(Reported, Submitted);

    public double? CompletenessRate => Rate(Filled, Needed);

    public double? QualityShare => Rate(Quality, Published);

    public double? Coverage => Rate(ScopesPublished, Scopes);

    public double? ObjectionShare => Rate(Objections, Published);

    private static double? Rate(long part, long whole) => whole <= 0 ? null : (double)part / whole;
}
