using System.Security.Cryptography;
using System.Text;

namespace CreditKit.Desensitization;

/// <summary>
/// The hash that own page and portal are compared by: SHA-256 over what the page shows of a record, masked, whoever asks
/// and whenever. Ids, revisions and marks are left out: they change without the content.
/// </summary>
public static class PublicHash
{
    /// <summary>The hash, lower-case hex. Equal content gives equal hashes on every machine.</summary>
    /// <param name="record">The record as anyone may see it.</param>
    public static string Of(PublicRecord record)
    {
        var text = new StringBuilder(1024).Append(record.Kind).Append('\n').Append(record.CounterpartKind).Append('\n');
        foreach (var field in record.Fields) text.Append(field.Id).Append('\0').Append(field.Value).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
