using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace CreditKit;

/// <summary>Finds settings whose names the product does not know: what is mistyped has no effect, and nothing else would say so.</summary>
internal static class SettingsNames
{
    /// <summary>Settings of the site alone, which the command line reads over.</summary>
    public static readonly IReadOnlyList<string> OfTheSite =
    [
        "Site", "Look", "Intake", "RoutePrefix", "PublicBaseUrl", "PublicOnly", "FormsUrl", "RepairUrl", "DeadlineText", "PageSize", "Webhooks", "Limits", "EmbedAllowedBy", "PageCacheBytes",
    ];

    /// <summary>A sentence for every unknown name in a section.</summary>
    /// <param name="section">The section <c>ShuangGongShi</c>, or a file that holds its content at the top.</param>
    /// <param name="type">The options that it is bound to.</param>
    /// <param name="further">Names at the top that belong to somebody else.</param>
    public static IReadOnlyList<string> Unknown(IConfiguration section, Type type, IReadOnlyList<string>? further = null)
    {
        var found = new List<string>();
        Look(section, type, CreditKitOptions.Section, further ?? [], found);
        return found;
    }

    private static void Look(IConfiguration section, Type type, string path, IReadOnlyList<string> further, List<string> found)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (child.Key.StartsWith('$') || further.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
            if (!known.TryGetValue(child.Key, out var property))
            {
                var nearest = Nearest(child.Key, known.Keys.Concat(further));
                found.Add($"设置 {path}:{child.Key} 没有这个名称，不起作用{(nearest is null ? "。" : $"；是不是 {nearest}？")}");
                continue;
            }

            Inside(child, property.PropertyType, $"{path}:{property.Name}", found);
        }
    }

    private static void Inside(IConfigurationSection section, Type type, string path, List<string> found)
    {
        if (IsPlain(type)) return;
        if (ItemOf(type) is { } item)
        {
            if (IsPlain(item)) return;
            foreach (var entry in section.GetChildren()) Look(entry, item, $"{path}:{entry.Key}", [], found);
            return;
        }

        Look(section, type, path, [], found);
    }

    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsPrimitive || plain.IsEnum || plain.IsInterface && !plain.IsGenericType || plain.Namespace == "System" || typeof(Delegate).IsAssignableFrom(plain));

    // The values of a dictionary, the items of a list.
    private static Type? ItemOf(Type type)
    {
        foreach (var shape in type.GetInterfaces().Append(type).Where(i => i.IsGenericType))
            if (shape.GetGenericTypeDefinition() is var open && (open == typeof(IDictionary<,>) || open == typeof(IReadOnlyDictionary<,>))) return shape.GetGenericArguments()[1];
        foreach (var shape in type.GetInterfaces().Append(type).Where(i => i.IsGenericType))
            if (shape.GetGenericTypeDefinition() == typeof(IEnumerable<>)) return shape.GetGenericArguments()[0];
        return null;
    }

    private static string? Nearest(string name, IEnumerable<string> known)
    {
        var best = known.Select(k => (Name: k, Distance: Distance(name.ToUpperInvariant(), k.ToUpperInvariant()))).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, name.Length / 3) ? best.Name : null;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }
}
