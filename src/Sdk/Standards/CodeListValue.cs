namespace CreditKit.Standards;

/// <summary>One permitted text of a code list.</summary>
/// <param name="Text">The text on the wire.</param>
/// <param name="Value">The product's enum member it stands for; null where the text itself is the value.</param>
/// <param name="Synonyms">Other spellings, read as <paramref name="Text"/>.</param>
public sealed record CodeListValue(string Text, string? Value = null, IReadOnlyList<string>? Synonyms = null);
