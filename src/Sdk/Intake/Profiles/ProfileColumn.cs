using CreditKit.Standards;

namespace CreditKit.Intake.Profiles;

/// <summary>What one heading of a source means.</summary>
/// <param name="Field">The standard's head, its code, or the field's English name.</param>
/// <param name="Unit">Unit of an amount; null: told from the heading.</param>
/// <param name="Values">Texts of the source and what they stand for.</param>
public sealed record ProfileColumn(string Field, AmountUnit? Unit = null, IReadOnlyDictionary<string, string>? Values = null);
