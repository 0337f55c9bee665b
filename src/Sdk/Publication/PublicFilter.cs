using CreditKit.Records;

namespace CreditKit.Publication;

/// <summary>What a visitor asks for. Everything unset means everything; conditions are joined with "and".</summary>
public sealed record PublicFilter
{
    /// <summary>Words, 1 to 40 characters each, any script or width; null or empty: no search. Never read as query syntax.</summary>
    public string? Text { get; init; }

    /// <summary>Licences or penalties only.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Exact name of the deciding agency.</summary>
    public string? Authority { get; init; }

    /// <summary>Exact category text.</summary>
    public string? Category { get; init; }

    /// <summary>Class of a penalty.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Category of the counterpart.</summary>
    public CounterpartKind? CounterpartKind { get; init; }

    /// <summary>Status of a licence.</summary>
    public LicenseStatus? LicenseStatus { get; init; }

    /// <summary>Decided on or after.</summary>
    public DateOnly? DecidedFrom { get; init; }

    /// <summary>Decided on or before.</summary>
    public DateOnly? DecidedTo { get; init; }

    /// <summary>统一社会信用代码 of the counterpart: the subject page.</summary>
    public string? SubjectCode { get; init; }
}
