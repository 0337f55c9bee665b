using CreditKit.Records;

namespace CreditKit.Publication;

/// <summary>A record in a list: masked strings only.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Kind">Kind of act.</param>
/// <param name="CounterpartName">Display name.</param>
/// <param name="DocumentNumber">Document number as shown; may be empty.</param>
/// <param name="Summary">内容 or 事由.</param>
/// <param name="Category">Category text.</param>
/// <param name="AuthorityName">Deciding agency.</param>
/// <param name="Severity">Class of a penalty.</param>
/// <param name="LicenseStatus">Status of a licence.</param>
/// <param name="DecisionDate">Decision date.</param>
/// <param name="LastDay">Last shown day; null: no end in law.</param>
/// <param name="PublishedAt">First publication, UTC.</param>
/// <param name="NaturalPerson">Natural person's record.</param>
public sealed record PublicRow(
    string Id,
    RecordKind Kind,
    string CounterpartName,
    string DocumentNumber,
    string Summary,
    string Category,
    string AuthorityName,
    Severity? Severity,
    LicenseStatus? LicenseStatus,
    DateOnly? DecisionDate,
    DateOnly? LastDay,
    DateTimeOffset PublishedAt,
    bool NaturalPerson);
