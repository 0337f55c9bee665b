using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>
/// Review before release (先审查、后公开、逐项): the recognized values of a record are shown to the reviewer, who confirms, adds
/// or lifts them; the decision is recorded, audited, and what the column shows follows from it before the call returns.
/// Safe for concurrent callers: a decision on an outdated revision is refused.
/// </summary>
public interface IReviewDesk
{
    /// <summary>Records of a queue, masked, the oldest decision first.</summary>
    /// <param name="queue">Which records.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    IReadOnlyList<ReviewItem> List(ReviewQueue queue, int limit = 100);

    /// <summary>Opens a record for review, unmasked; the opening is entered in the access register. Null when there is no such record.</summary>
    /// <param name="id">Public id.</param>
    /// <param name="access">Who and what for; the kind becomes <see cref="AccessKind.Review"/>.</param>
    /// <exception cref="CreditKitException">CK1231: no user or no purpose is named.</exception>
    ReviewSheet? Open(string id, AccessRequest access);

    /// <summary>Records a decision and lets it take effect; returns when the column follows it.</summary>
    /// <param name="decision">The decision.</param>
    /// <exception cref="CreditKitException">
    /// CK1221: no such record, or it was withdrawn; CK1222: the record was corrected meanwhile; CK1223: a place, kind, ground
    /// or reason cannot be right.
    /// </exception>
    ReviewOutcome Decide(ReviewDecision decision);

    /// <summary>Records a person's consent, or its withdrawal, on a record; the column follows before the call returns.</summary>
    /// <param name="id">Public id.</param>
    /// <param name="consent">The consent; with a day of withdrawal the record is no longer shown on its strength.</param>
    /// <param name="actor">Who records it.</param>
    /// <exception cref="CreditKitException">CK1221: no such record; CK1223: purpose, scope or days cannot be right.</exception>
    void Consent(string id, PersonalConsent consent, string actor);

    /// <summary>Reviews of a record, the oldest first: codes and counts, no personal data.</summary>
    /// <param name="id">Public id.</param>
    IReadOnlyList<ReviewEvent> History(string id);
}
