using System.Buffers;
using CreditKit.Desensitization;

namespace CreditKit.Publication.Search;

/// <summary>
/// What of a public record can be searched: every value of its page but the boilerplate of period and remedy. The folded
/// values, each ended by a line feed (which no folded text contains), are the truth that the index is measured against.
/// </summary>
internal static class SearchText
{
    /// <summary>Ends a value, so that nothing is found across two of them.</summary>
    public const char Separator = '\n';

    /// <summary>The folded text of a record.</summary>
    public static string Of(PublicRecord record)
    {
        var writer = new ArrayBufferWriter<char>(1024);
        Write(record, writer);
        return new string(writer.WrittenSpan);
    }

    /// <summary>Writes the folded text of a record into a buffer.</summary>
    public static void Write(PublicRecord record, ArrayBufferWriter<char> target)
    {
        Value(record.CounterpartName, target);
        Value(record.DocumentNumber, target);
        foreach (var field in record.Fields)
            if (field.Group is not ("remedy" or "disclosure") && !Same(field.Value, record.CounterpartName, record.DocumentNumber)) Value(field.Value, target);

        // The page's own texts are as a rule fields as well; what is not is added.
        Missing(record, record.CounterpartCode, target);
        Missing(record, record.Title, target);
        Missing(record, record.Summary, target);
        Missing(record, record.Category, target);
        Missing(record, record.AuthorityName, target);
        Missing(record, record.Domain, target);
    }

    private static bool Same(string value, string first, string second) => value == first || value == second;

    private static void Missing(PublicRecord record, string? value, ArrayBufferWriter<char> target)
    {
        if (string.IsNullOrEmpty(value) || value == record.CounterpartName || value == record.DocumentNumber) return;
        foreach (var field in record.Fields)
            if (field.Value == value && field.Group is not ("remedy" or "disclosure")) return;
        Value(value, target);
    }

    private static void Value(string? value, ArrayBufferWriter<char> target)
    {
        if (string.IsNullOrEmpty(value)) return;
        TextFold.Fold(value, target);
        target.GetSpan(1)[0] = Separator;
        target.Advance(1);
    }
}
