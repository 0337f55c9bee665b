using System.Reflection;
using System.Text.Json;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>What view models and their variables mean in Chinese, by <c>Type</c> and <c>Type.Property</c> (TemplateMeanings.json).</summary>
internal static class TemplateMeanings
{
    // A name written twice is a fault and not a later word that wins.
    private static readonly JsonSerializerOptions s_strict = new() { AllowDuplicateProperties = false };
    private static readonly Dictionary<string, string> s_texts = Read();

    public static string Of(Type type) => s_texts.GetValueOrDefault(type.Name, "");

    /// <summary>A variable that all pages have is described once, with the type that declares it.</summary>
    public static string Of(PropertyInfo variable) => s_texts.GetValueOrDefault(Key(variable), "");

    /// <summary>Variables and types without a Chinese meaning, and meanings of what is gone.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Type> types)
    {
        var known = types.SelectMany(t => t.GetProperties().Select(Key).Prepend(t.Name)).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. known.Where(k => !s_texts.GetValueOrDefault(k, "").Any(c => c is >= '\u4e00' and <= '\u9fff')).Select(k => $"{k} has no Chinese meaning"),
            .. s_texts.Keys.Except(known, StringComparer.Ordinal).Select(k => $"{k} is gone, its meaning still stands"),
        ];
    }

    private static string Key(PropertyInfo variable) => $"{variable.DeclaringType!.Name}.{variable.Name}";

    private static Dictionary<string, string> Read()
    {
        using var file = typeof(TemplateMeanings).Assembly.GetManifestResourceStream("TemplateMeanings.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file, s_strict)!;
    }
}
