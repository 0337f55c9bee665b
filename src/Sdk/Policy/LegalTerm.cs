namespace CreditKit.Policy;

/// <summary>A time limit as an edition gives it for one case.</summary>
/// <param name="Days">Working days; null when the figure is not known or not fixed.</param>
/// <param name="By">Last day in time; null when there is no figure.</param>
/// <param name="Certain">Whether every year counted is known.</param>
/// <param name="Edition">The edition that holds the figure.</param>
/// <param name="Source">Document and clause.</param>
/// <param name="ToBeConfirmed">Not read in the full text: the agency confirms it.</param>
public sealed record LegalTerm(int? Days, DateOnly? By, bool Certain, string Edition, string Source, bool ToBeConfirmed);
