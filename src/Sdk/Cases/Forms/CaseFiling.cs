using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>What somebody writes into a public form. Personal data: never logged, stored encrypted.</summary>
public sealed record CaseFiling
{
    /// <summary>Which form.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Public id of the record it is about; null when it is about none, or known by number only.</summary>
    public string? RecordId { get; init; }

    /// <summary>Document number of the decision, as the applicant writes it.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>What is wrong (objections).</summary>
    public EquatableList<ObjectionGround> Grounds { get; init; } = [];

    /// <summary>What is asked for (personal-information requests).</summary>
    public PersonalInformationRight? Right { get; init; }

    /// <summary>事实和理由, or the question.</summary>
    public string Statement { get; init; } = "";

    /// <summary>What should be done.</summary>
    public string Wish { get; init; } = "";

    /// <summary>Name of the person or organisation that files.</summary>
    public string ApplicantName { get; init; } = "";

    /// <summary>Telephone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Ids of the clauses of the commitment that were agreed to (credit repair).</summary>
    public EquatableList<string> CommitmentClauses { get; init; } = [];

    /// <summary>Papers.</summary>
    public IReadOnlyList<CaseUpload> Uploads { get; init; } = [];
}
