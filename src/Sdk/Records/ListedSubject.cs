namespace CreditKit.Records;

/// <summary>
/// A subject on a list of serious dishonesty (严重失信主体名单), as it is reported upward together with the records of the persons
/// behind it (鲁信用办〔2019〕8号 (十四)). Unmasked: never for a public page. Printing it shows no value.
/// </summary>
public sealed record ListedSubject
{
    /// <summary>Name of the list, up to 200 characters.</summary>
    public required string List { get; init; }

    /// <summary>Who recognised the subject.</summary>
    public required Authority Authority { get; init; }

    /// <summary>Law, regulation or rule that sets the list up.</summary>
    public required string Basis { get; init; }

    /// <summary>Name of the subject; personal data when <see cref="NaturalPerson"/>.</summary>
    public required string Name { get; init; }

    /// <summary>统一社会信用代码; null for natural persons.</summary>
    public string? CreditCode { get; init; }

    /// <summary>The subject is a natural person, known by <see cref="IdentityDocument"/>.</summary>
    public bool NaturalPerson { get; init; }

    /// <summary>Identity document of a natural person; null otherwise.</summary>
    public IdentityDocument? IdentityDocument { get; init; }

    /// <summary>列入事由, up to 4,000 characters.</summary>
    public required string Grounds { get; init; }

    /// <summary>Number of the decision that put it there.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Day on which it was put on the list.</summary>
    public required DateOnly ListedOn { get; init; }

    /// <summary>First day on which it is no longer on it; later than <see cref="ListedOn"/>.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Day of early removal; null: stands. A removal travels as a new state of the same entry.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>Who reviewed the entry for confidentiality before it is shared (厦门 五(二)); null: it is kept and waits.</summary>
    public string? Reviewer { get; init; }

    /// <summary>When; together with <see cref="Reviewer"/>.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>法定代表人, 主要负责人, 实际控制人 and their records of dishonesty; may be empty.</summary>
    public IReadOnlyList<RelatedPerson> Persons { get; init; } = [];

    /// <summary>Number of the decision only.</summary>
    public override string ToString() => DocumentNumber;
}
