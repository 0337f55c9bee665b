namespace CreditKit.Ledger.Access;

/// <summary>One line of the access register.</summary>
/// <param name="Id">Number, rising.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who saw it.</param>
/// <param name="Approver">Who allowed it; null when nobody was asked.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Subject">Public id of the record, or the number of the case or row.</param>
/// <param name="Purpose">What for, as stated.</param>
/// <param name="ReviewedAt">When the entry was reviewed, UTC; null while it waits.</param>
/// <param name="ReviewedBy">Who reviewed it.</param>
/// <param name="ReviewNote">What the review found.</param>
public sealed record AccessEntry(long Id, DateTimeOffset At, string Actor, string? Approver, AccessKind Kind, string Subject, string Purpose,
    DateTimeOffset? ReviewedAt, string? ReviewedBy, string? ReviewNote);
