namespace CreditKit.Policy.Model;

/// <summary>One edition as its file has it. A block that is absent stands as the edition before left it.</summary>
internal sealed record EditionData
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string? DocumentNumber { get; init; }

    public EditionRole Role { get; init; }

    /// <summary>Null: reaches back to every earlier decision.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day in force; null: still in force.</summary>
    public DateOnly? EffectiveTo { get; init; }

    public PolicyLevel? Level { get; init; }

    /// <summary>Applies only where the agency names this region.</summary>
    public string? Region { get; init; }

    /// <summary>Applies only to these catalogue items.</summary>
    public string[]? Items { get; init; }

    /// <summary>Applies only to these kinds of destination.</summary>
    public DestinationKind[]? Destinations { get; init; }

    /// <summary>Applies only to channels of these names.</summary>
    public string[]? Channels { get; init; }

    public string Source { get; init; } = "";

    public Certainty? Certainty { get; init; }

    public string? Note { get; init; }

    public PublishData[]? Publish { get; init; }

    public PeriodData? Period { get; init; }

    public ExcludeData[]? Exclude { get; init; }

    public LiftData[]? Lift { get; init; }

    public WithdrawData? Withdraw { get; init; }

    public RepairData? Repair { get; init; }

    public ObjectionData? Objection { get; init; }

    public SeverityData[]? Severity { get; init; }

    public ReasonData[]? Reasons { get; init; }

    public NamedFigureData[]? Figures { get; init; }

    /// <summary>The legal basis on which natural persons' records of these items are published.</summary>
    public string? NaturalPersonBasis { get; init; }
}

internal enum EditionRole
{
    Base,
    Overlay,
    Information,
}

/// <summary>Precedence, lowest first; the record itself stands above all.</summary>
internal enum PolicyLevel
{
    National,
    Region,
    Domain,
    Agency,
    Item,
}
