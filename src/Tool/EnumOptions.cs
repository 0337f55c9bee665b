using System.CommandLine;

namespace CreditKit.Tool;

/// <summary>Options whose values are names: the numbers behind the names are an accident of the program and no language of its users.</summary>
internal static class EnumOptions
{
    /// <summary>Accepts one name only, in any case; refuses numbers and lists.</summary>
    public static Option<T> NamesOnly<T>(this Option<T> option)
    {
        var names = Enum.GetNames(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!names.Contains(token.Value, StringComparer.OrdinalIgnoreCase)) result.AddError($"“{token.Value}”不在 {option.Name} 可用的值之内：{string.Join("、", names)}。");
        });
        return option;
    }
}
