namespace CreditKit.Reporting;

/// <summary>What a channel said of the catalogue it was last sent.</summary>
/// <param name="Key">Key of that catalogue.</param>
/// <param name="Items">Items in it.</param>
/// <param name="HeldBack">Items that did not go: without confidentiality review, or not to be shared.</param>
/// <param name="Accepted">Taken; false: refused, and not sent again until it changes.</param>
/// <param name="Number">The receipt's number, or the code of the refusal.</param>
/// <param name="Words">The receiver's words.</param>
/// <param name="At">When, UTC.</param>
/// <param name="HandedOver">Put down in a file or table, whose name is <paramref name="Number"/>; the receiver's word comes later.</param>
internal sealed record CatalogueReceipt(string Key, int Items, int HeldBack, bool Accepted, string Number, string Words, DateTimeOffset At, bool HandedOver = false);
