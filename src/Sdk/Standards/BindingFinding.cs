namespace CreditKit.Standards;

/// <summary>One thing the binder noticed. The message never repeats the value of a personal column.</summary>
/// <param name="Kind">What was noticed.</param>
/// <param name="Field">The field concerned.</param>
/// <param name="Heading">The heading as the file has it.</param>
/// <param name="Message">What it is, in Chinese.</param>
/// <param name="Hint">What would be right, in Chinese.</param>
public sealed record BindingFinding(BindingFindingKind Kind, StandardField Field, string Heading, string Message, string Hint = "");
