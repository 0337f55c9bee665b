namespace CreditKit.Catalog;

/// <summary>保密审查 of a catalogue item, before the item itself is public (424号（四）).</summary>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="On">When.</param>
/// <param name="MayPublish">The conclusion: the item may be made public.</param>
/// <param name="Note">What the reviewer wrote down; not public.</param>
public sealed record ItemReview(string Reviewer, DateOnly On, bool MayPublish = true, string? Note = null);
