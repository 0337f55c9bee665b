using CreditKit.Records;

namespace CreditKit.Policy.Model;

/// <summary>Conditions of a rule; what is absent does not matter, what is present must all hold.</summary>
internal sealed record WhenData
{
    public RecordKind[]? Kinds { get; init; }

    /// <summary>Kinds of the other administrative acts.</summary>
    public ActKind[]? Acts { get; init; }

    public Severity[]? Severities { get; init; }

    public CounterpartKind[]? Counterparts { get; init; }

    public PenaltyProcedure[]? Procedures { get; init; }

    /// <summary>Holds only with evidence on the record.</summary>
    public Mitigation[]? Mitigations { get; init; }

    /// <summary>No other penalty category, and no amount.</summary>
    public string[]? OnlyCategories { get; init; }

    public string[]? AnyCategories { get; init; }

    /// <summary>Ids or names of <c>Policy/domains.json</c>, or an agency's own word.</summary>
    public string[]? Domains { get; init; }

    /// <summary>Also holds when the legal basis of a penalty names one of these texts (alternative to <see cref="Domains"/>).</summary>
    public string[]? LegalBasisNames { get; init; }

    public bool? PersonalBasis { get; init; }

    public bool? UnderAge { get; init; }

    /// <summary>Fine and confiscation together, yuan.</summary>
    public Figure? AmountAtLeast { get; init; }

    public Figure? AmountAtMost { get; init; }
}
