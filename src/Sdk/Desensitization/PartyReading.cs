using CreditKit.Recognition;
using CreditKit.Records;

namespace CreditKit.Desensitization;

/// <summary>
/// Reads whose record it is. Individual businesses count as organisations while they have a code; without one they are shown
/// as natural persons, and so is whoever's category is not stated and who is not plainly an organisation.
/// </summary>
internal static class PartyReading
{
    private static readonly WordList Organization = Lexicon.Cue("organization");
    private static readonly WordList Institution = Lexicon.Cue("institution");

    public static string Category(Counterpart party) => party.Kind switch
    {
        CounterpartKind.Organization => PartyCategory.Organization,
        CounterpartKind.SoleTrader => UnifiedSocialCreditCode.IsValid(party.UnifiedSocialCreditCode) ? PartyCategory.SoleTrader : PartyCategory.NaturalPerson,
        CounterpartKind.NaturalPerson => PartyCategory.NaturalPerson,
        _ when UnifiedSocialCreditCode.TryParse(party.UnifiedSocialCreditCode, out var code) => code.IsSoleTrader ? PartyCategory.SoleTrader : PartyCategory.Organization,
        _ => party.Name is { } name && IsOrganizationName(name) ? PartyCategory.Organization : PartyCategory.NaturalPerson,
    };

    /// <summary>A shop named as its owner, or a natural person's name: personal, hence masked.</summary>
    public static bool HasPersonalName(Counterpart party)
    {
        if (party.Name is not { } name) return false;
        if (party.Kind is CounterpartKind.NaturalPerson) return true;
        var owner = party.LegalRepresentative?.Trim();
        var plain = name.Replace("（个体工商户）", "", StringComparison.Ordinal).Replace("(个体工商户)", "", StringComparison.Ordinal).Trim();
        var category = Category(party);
        if (category != PartyCategory.Organization && plain == owner) return true;
        return category != PartyCategory.Organization && !IsOrganizationName(plain) && NameParser.IsName(plain);
    }

    private static bool IsOrganizationName(string name)
    {
        // 庄 and 书 stand in people's names too: a single character counts only at the end of a longer name.
        foreach (var word in Organization.Words.Concat(Institution.Words))
            if (word.Length > 1 ? name.Contains(word, StringComparison.Ordinal) : name.Length >= 4 && !name.Contains('·') && name.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
