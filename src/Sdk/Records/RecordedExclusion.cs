namespace CreditKit.Records;

/// <summary>A ground on which a reviewer keeps a record from publication, with its evidence (公开为常态、不公开为例外: every exception has a reason).</summary>
/// <param name="Code">
/// <c>state-secret</c>, <c>trade-secret</c>, <c>privacy</c>, <c>endangers-security</c>, <c>process-information</c>,
/// <c>no-social-impact</c>, <c>item-not-open</c>, <c>item-sensitive</c> or <c>not-in-catalogue</c>.
/// </param>
/// <param name="Evidence">What it rests on: text and article, or the file of the review. Never personal data.</param>
public sealed record RecordedExclusion(string Code, string Evidence);
