namespace CreditKit.Review;

/// <summary>What a review allows. Publication and sharing are reviewed and recorded apart (厦门 五(二)).</summary>
/// <param name="Publication">Content and confidentiality reviewed: may be published.</param>
/// <param name="Sharing">Reviewed for sharing: may be reported.</param>
internal readonly record struct Release(bool Publication, bool Sharing);
