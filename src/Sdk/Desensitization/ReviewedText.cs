using CreditKit.Recognition;

namespace CreditKit.Desensitization;

/// <summary>One value of a record beside its public form.</summary>
/// <param name="Field">The public form.</param>
/// <param name="Text">The value unmasked.</param>
/// <param name="Spans">What is hidden in it; empty where the value is masked or shown as a whole.</param>
internal sealed record ReviewedText(PublicField Field, string Text, IReadOnlyList<RecognizedSpan> Spans);
