namespace CreditKit.Desensitization;

/// <summary>Whom a value belongs to, as the masking data names it.</summary>
internal static class PartyCategory
{
    public const string Organization = "organization";
    public const string SoleTrader = "sole-trader";
    public const string NaturalPerson = "natural-person";
}
