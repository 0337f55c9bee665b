using System.Globalization;
using System.Text;

namespace CreditKit.Publication.Sqlite;

/// <summary>Filter values as tokens of the full-text index, so that a search within a filter does not walk every hit of the word. Names go by a hash; each hit is checked against its combination.</summary>
internal static class FacetTokens
{
    public static string Of(Combo combo)
    {
        var builder = new StringBuilder(64);
        builder.Append(CultureInfo.InvariantCulture, $"k{(int)combo.Kind} a{Hash(combo.Authority):x} c{Hash(combo.Category):x} p{(int)combo.Subject}");
        if (combo.Severity is { } severity) builder.Append(CultureInfo.InvariantCulture, $" s{(int)severity}");
        if (combo.Status is { } status) builder.Append(CultureInfo.InvariantCulture, $" t{(int)status}");
        return builder.ToString();
    }

    public static string[] Of(PublicFilter filter)
    {
        var tokens = new List<string>();
        if (filter.Kind is { } kind) Add($"k{(int)kind}");
        if (filter.Authority is { } authority) Add($"a{Hash(authority):x}");
        if (filter.Category is { } category) Add($"c{Hash(category):x}");
        if (filter.CounterpartKind is { } subject) Add($"p{(int)subject}");
        if (filter.Severity is { } severity) Add($"s{(int)severity}");
        if (filter.LicenseStatus is { } status) Add($"t{(int)status}");
        return [.. tokens];

        void Add(FormattableString token) => tokens.Add(token.ToString(CultureInfo.InvariantCulture));
    }

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037ul;
        foreach (var b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 1099511628211ul;
        return hash >> 24;
    }
}
