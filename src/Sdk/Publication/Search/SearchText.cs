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
        // Agency, category and name stand in several fields: each text goes in once.
        var written = new HashSet<string>(StringComparer.Ordinal);
        Once(record.CounterpartName);
        Once(record.DocumentNumber);
        foreach (var field in record.Fields)
            if (Holds(field.Group)) Once(field.Value);
        Once(record.CounterpartCode);
        Once(record.Title);
        Once(record.Summary);
        Once(record.Category);
        Once(record.AuthorityName);
        Once(record.Domain);

        void Once(string? value)
        {
            if (!string.IsNullOrEmpty(value) && written.Add(value)) Value(value, target);
        }
    }

    /// <summary>Whether the values of a group of fields can be searched.</summary>
    public static bool Holds(string group) => group is not ("remedy" or "disclosure");

    /// <summary>Writes one value.</summary>
    public static void Value(ReadOnlySpan<char> value, ArrayBufferWriter<char> target)
    {
        TextFold.Fold(value, target);
        target.GetSpan(1)[0] = Separator;
        target.Advance(1);
    }
}
