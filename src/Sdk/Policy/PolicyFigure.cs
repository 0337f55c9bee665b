namespace CreditKit.Policy;

/// <summary>A figure or rule of the policy data in force, with its origin.</summary>
/// <param name="Edition">Id of the edition that holds it.</param>
/// <param name="Name">Where in the edition, e.g. <c>period.P2026-general.max</c>.</param>
/// <param name="Value">The value as data; 待填 when the number is not known.</param>
/// <param name="Unit">months, workdays, yuan …; empty for rules.</param>
/// <param name="Source">Document and clause.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record PolicyFigure(string Edition, string Name, string Value, string Unit, string Source, Certainty Certainty)
{
    /// <summary>Not read in the full text: an agency confirms it or replaces it by a file.</summary>
    public bool ToBeConfirmed => Certainty != Certainty.V1;
}
