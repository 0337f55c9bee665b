namespace CreditKit.Publication.Lists;

/// <summary>
/// A list of subjects that an agency publishes, such as 严重失信主体名单. What a list must tell (国办发〔2020〕49号):
/// basis, grounds, sanctions, removal, remedies.
/// </summary>
public sealed record SubjectList
{
    /// <summary>Id in addresses: small letters, digits and hyphens, up to 40.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the list.</summary>
    public required string Name { get; init; }

    /// <summary>Who recognises its subjects.</summary>
    public required string AuthorityName { get; init; }

    /// <summary>Law, regulation or rule that sets the list up and lets it be published; a list without one is not shown.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>列入情形: what puts a subject on it.</summary>
    public required string Grounds { get; init; }

    /// <summary>惩戒措施.</summary>
    public required string Sanctions { get; init; }

    /// <summary>移出条件和程序.</summary>
    public required string Removal { get; init; }

    /// <summary>救济途径.</summary>
    public required string Remedies { get; init; }

    /// <summary>Where it comes from, when it is not the agency's own; empty otherwise.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its subjects; those whose period has ended may be among them, the column leaves them out.</summary>
    public IReadOnlyList<SubjectListEntry> Entries { get; init; } = [];
}
