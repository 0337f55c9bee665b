namespace CreditKit.Intake;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows taken so far.</param>
/// <param name="Fraction">Part of the file that was read, 0 to 1; null when unknown.</param>
public readonly record struct ImportProgress(long Rows, double? Fraction);
