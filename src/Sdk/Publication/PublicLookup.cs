using CreditKit.Desensitization;

namespace CreditKit.Publication;

/// <summary>What stands at a public id now: a record (200), a notice of withdrawal (410), or nothing (404).</summary>
/// <param name="Record">The visible record.</param>
/// <param name="Notice">Why it was withdrawn.</param>
public sealed record PublicLookup(PublicRecord? Record, WithdrawalNotice? Notice);
