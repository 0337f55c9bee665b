using System.Text;
using CreditKit.Desensitization;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Id, group and label of a field, which hundreds of thousands of records share. Its number comes from its content, so
/// that writers need not agree and a rebuild gives the same bytes.
/// </summary>
internal sealed record FieldShape(string Field, string Group, string Label)
{
    public static FieldShape Of(PublicField field) => new(field.Id, field.Group, field.Label);

    public uint Number { get; } = Hash($"{Field}\n{Group}\n{Label}");

    // FNV-1a, 32 bits: a few hundred shapes; two that meet are found when the second is written.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 16777619u;
        return hash;
    }
}
