namespace CreditKit.Records;

/// <summary>A person behind a listed subject, with the record of dishonesty that travels with the entry (鲁信用办〔2019〕8号 (十四)). Printing it shows the role only.</summary>
public sealed record RelatedPerson
{
    /// <summary>法定代表人, 主要负责人 or 实际控制人: the three that the document names.</summary>
    public required string Role { get; init; }

    /// <summary>Name; personal data.</summary>
    public required string Name { get; init; }

    /// <summary>Identity document; personal data.</summary>
    public required IdentityDocument Document { get; init; }

    /// <summary>失信行为: what goes into the personal record, up to 4,000 characters.</summary>
    public required string Facts { get; init; }

    /// <summary>Law, regulation or rule on which the person is held to account.</summary>
    public required string Basis { get; init; }

    /// <summary>Number of the decision about the person, where there is one of its own.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The role only.</summary>
    public override string ToString() => Role;
}
