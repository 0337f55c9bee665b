using CreditKit.Calendar;
using CreditKit.Records;

namespace CreditKit.Policy.Engine;

/// <summary>What the rules ask of a record, read once per decision.</summary>
internal readonly ref struct RecordFacts
{
    public required RecordKind Kind { get; init; }

    public ActKind Act { get; init; }

    public required DateOnly Decided { get; init; }

    /// <summary>The kind of counterpart the law sees: an individual business without a code 92… is a natural person.</summary>
    public required CounterpartKind Subject { get; init; }

    public Severity? Stated { get; init; }

    public PenaltyProcedure Procedure { get; init; }

    public Mitigation Mitigation { get; init; }

    public int Categories { get; init; }

    public ulong Domains { get; init; }

    public decimal Amount { get; init; }

    public string? LegalBasis { get; init; }

    public bool PersonalBasis { get; init; }

    public bool UnderAge { get; init; }

    public static RecordFacts Of(CreditRecord record, DateOnly decided, DomainIndex domains, PolicyOptions options, bool itemBasis)
    {
        var subject = SubjectOf(record.Counterpart, options);
        var natural = subject == CounterpartKind.NaturalPerson;
        var basis = itemBasis || DisclosureBasis.Stands(record.PersonalDisclosureBasis)
            || (record.Kind == RecordKind.License && !string.IsNullOrWhiteSpace(options.NaturalPersonLicenseBasis));
        var underAge = natural && IsUnderAge(record.Counterpart, decided);
        if (record is not AdministrativePenalty penalty)
        {
            return new RecordFacts
            {
                Kind = record.Kind,
                Act = (record as AdministrativeAct)?.Act ?? ActKind.None,
                Decided = decided,
                Subject = subject,
                Domains = domains.OfRecord(record.Domain),
                PersonalBasis = basis,
                UnderAge = underAge,
            };
        }

        var categories = 0;
        for (var i = 0; i < penalty.PenaltyCategories.Count; i++) categories |= PenaltyKinds.Of(penalty.PenaltyCategories[i]);
        return new RecordFacts
        {
            Kind = RecordKind.Penalty,
            Decided = decided,
            Subject = subject,
            Stated = penalty.Severity,
            Procedure = penalty.Procedure,
            Mitigation = string.IsNullOrWhiteSpace(penalty.MitigationEvidence) ? Mitigation.None : penalty.Mitigation,
            Categories = categories,
            Domains = domains.OfRecord(record.Domain),
            Amount = (penalty.FineAmount ?? 0) + (penalty.ConfiscatedAmount ?? 0),
            LegalBasis = penalty.LegalBasis,
            PersonalBasis = basis,
            UnderAge = underAge,
        };
    }

    private static CounterpartKind SubjectOf(Counterpart counterpart, PolicyOptions options)
    {
        var shop = counterpart.UnifiedSocialCreditCode is { Length: 18 } code && code.StartsWith("92", StringComparison.Ordinal);
        return counterpart.Kind switch
        {
            CounterpartKind.Organization when !shop => CounterpartKind.Organization,
            CounterpartKind.Organization or CounterpartKind.SoleTrader when shop && !options.SoleTradersAsNaturalPersons => CounterpartKind.SoleTrader,
            _ => CounterpartKind.NaturalPerson,
        };
    }

    private static bool IsUnderAge(Counterpart counterpart, DateOnly on) =>
        counterpart.IdentityDocument?.Number is { } number
        && ResidentIdentityNumber.TryBirthDate(number.AsSpan().Trim(), out var birth)
        && !LegalDate.HasReachedAge(birth, 18, on);
}
