using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Policy.Engine;

/// <summary>A compiled <see cref="WhenData"/>: a few masks, no allocation.</summary>
internal sealed class Condition
{
    public static readonly Condition Always = new();

    private int _kinds;
    private int _acts;
    private int _severities;
    private int _subjects;
    private int _procedures;
    private int _mitigations;
    private int _only;
    private int _any;
    private ulong _domains;
    private string[] _basisNames = [];
    private bool? _personalBasis;
    private bool? _underAge;
    private decimal? _atLeast;
    private decimal? _atMost;

    public static Condition Compile(WhenData? when, DomainIndex domains, Func<string, Exception> fault)
    {
        if (when is null) return Always;
        var condition = new Condition
        {
            _kinds = Mask(when.Kinds),
            _acts = Mask(when.Acts),
            _severities = Mask(when.Severities),
            _subjects = Mask(when.Counterparts),
            _procedures = Mask(when.Procedures),
            _mitigations = Mask(when.Mitigations),
            _only = Categories(when.OnlyCategories, fault),
            _any = Categories(when.AnyCategories, fault),
            _basisNames = when.LegalBasisNames ?? [],
            _personalBasis = when.PersonalBasis,
            _underAge = when.UnderAge,
            _atLeast = when.AmountAtLeast?.Value,
            _atMost = when.AmountAtMost?.Value,
        };
        foreach (var word in when.Domains ?? []) condition._domains |= domains.OfRule(word);
        // A threshold whose figure is not known yet never fits, rather than always.
        if (when.AmountAtLeast is { Value: null }) condition._atLeast = decimal.MaxValue;
        if (when.AmountAtMost is { Value: null }) condition._atMost = -1;
        return condition;
    }

    /// <summary>Whether it can hold for that kind of record at all.</summary>
    public bool Concerns(RecordKind kind) => Fits(_kinds, (int)kind);

    public bool Holds(in RecordFacts f, Severity? severity) =>
        Fits(_kinds, (int)f.Kind)
        && Fits(_acts, (int)f.Act)
        && (_severities == 0 || (severity is { } s && Fits(_severities, (int)s)))
        && Fits(_subjects, (int)f.Subject)
        && Fits(_procedures, (int)f.Procedure)
        && Fits(_mitigations, (int)f.Mitigation)
        && (_only == 0 || (f.Categories != 0 && (f.Categories & ~_only) == 0 && f.Amount == 0))
        && (_any == 0 || (f.Categories & _any) != 0)
        && ((_domains == 0 && _basisNames.Length == 0) || (f.Domains & _domains) != 0 || NamesBasis(f.LegalBasis))
        && (_personalBasis is not { } basis || basis == f.PersonalBasis)
        && (_underAge is not { } young || young == f.UnderAge)
        && (_atLeast is not { } low || f.Amount >= low)
        && (_atMost is not { } high || f.Amount <= high);

    private bool NamesBasis(string? legalBasis)
    {
        if (legalBasis is null) return false;
        foreach (var name in _basisNames)
            if (legalBasis.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Fits(int mask, int value) => mask == 0 || (mask & (1 << value)) != 0;

    private static int Mask<T>(T[]? values) where T : struct, Enum
    {
        var mask = 0;
        foreach (var value in values ?? []) mask |= 1 << Convert.ToInt32(value, null);
        return mask;
    }

    private static int Categories(string[]? texts, Func<string, Exception> fault)
    {
        var mask = 0;
        foreach (var text in texts ?? [])
        {
            var bits = PenaltyKinds.OfRule(text);
            if (bits == 0) throw fault($"不认识的处罚类别“{text}”");
            mask |= bits;
        }

        return mask;
    }
}
