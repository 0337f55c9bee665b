using System.Text;

namespace CreditKit.Validation;

/// <summary>A registry from a text file: a code and a name a line, separated by a comma or tab, in any order; UTF-8.</summary>
public sealed class SubjectRegistry : ISubjectRegistry
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>How many subjects it knows.</summary>
    public int Count => _names.Count;

    /// <summary>Reads a file; lines without a valid code (such as a heading) are passed over.</summary>
    public static SubjectRegistry Load(string path)
    {
        var registry = new SubjectRegistry();
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            var cells = line.Split([',', '\t', '，'], StringSplitOptions.TrimEntries);
            var code = Array.Find(cells, c => Records.UnifiedSocialCreditCode.IsValid(c.Trim('"')));
            var name = Array.Find(cells, c => c.Length > 0 && c != code);
            if (code is not null && name is not null) registry._names[code.Trim('"').ToUpperInvariant()] = name.Trim('"');
        }
        return registry;
    }

    /// <inheritdoc/>
    public string? NameOf(string creditCode) => _names.GetValueOrDefault(creditCode);
}
