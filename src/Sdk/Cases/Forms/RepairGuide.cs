namespace CreditKit.Cases;

/// <summary>What a visitor is told about repairing one record, by the edition in force today.</summary>
/// <param name="Eligible">An application may be made today.</param>
/// <param name="From">The earliest day; null when there is none.</param>
/// <param name="Text">Why, in Chinese.</param>
/// <param name="Materials">The papers.</param>
/// <param name="Window">Where to apply.</param>
/// <param name="Source">Document and clause.</param>
public sealed record RepairGuide(bool Eligible, DateOnly? From, string Text, IReadOnlyList<string> Materials, string Window, string Source);
