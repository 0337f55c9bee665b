using System.Globalization;
using System.Text;
using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>
/// What makes two rows the same record: per authority, document number and counterpart. A row without a document number
/// (back-load) is known by authority, counterpart, decision date and facts.
/// </summary>
internal static class RecordKey
{
    /// <summary>The key. Organisations go by name, natural persons by their identity number where there is one.</summary>
    public static string Of(CreditRecord record)
    {
        var subject = record.Counterpart;
        var who = subject.Kind == CounterpartKind.NaturalPerson
            ? subject.IdentityDocument?.Number ?? subject.Name
            : subject.Name ?? subject.UnifiedSocialCreditCode;
        return Build(record, who ?? "");
    }

    /// <summary>A second key by credit code, so that a corrected name finds its record; null when there is none.</summary>
    public static string? ByCode(CreditRecord record) =>
        record.Counterpart is { Kind: not CounterpartKind.NaturalPerson, UnifiedSocialCreditCode: { Length: > 0 } code } && DocumentNumber(record.DocumentNumber).Length > 0
            ? Build(record, code)
            : null;

    private static string Build(CreditRecord record, string counterpart)
    {
        var authority = record.DecidingAuthority.CreditCode ?? record.DecidingAuthority.Name;
        var number = DocumentNumber(record.DocumentNumber);
        if (number.Length > 0) return string.Join('\n', (int)record.Kind, authority, number, Fold(counterpart));

        var content = record switch
        {
            AdministrativeLicense license => license.Content,
            AdministrativePenalty penalty => penalty.ViolationFacts,
            AdministrativeAct act => $"{(int)act.Act} {act.Content}",
            _ => null,
        };
        return string.Join('\n', (int)record.Kind, authority, "", Fold(counterpart), record.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), Fold(content ?? ""));
    }

    /// <summary>A document number in one form: bracket forms, width, case and blanks do not matter.</summary>
    public static string DocumentNumber(string? number)
    {
        if (string.IsNullOrWhiteSpace(number)) return "";
        var folded = Fold(number);
        var builder = new StringBuilder(folded.Length);
        foreach (var c in folded)
            builder.Append(c switch { '〔' or '【' or '[' or '［' or '（' or '﹝' => '(', '〕' or '】' or ']' or '］' or '）' or '﹞' => ')', _ => c });
        return builder.ToString();
    }

    private static string Fold(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in CompatibilityFold.Fold(text))
            if (!char.IsWhiteSpace(c)) builder.Append(char.ToUpperInvariant(c));
        return builder.ToString();
    }
}
