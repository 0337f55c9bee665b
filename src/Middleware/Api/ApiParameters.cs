using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>
/// What is wrong with the parameters of a call, apart from their values. A page takes any address that somebody links to; a
/// program that misspells a parameter would take the wrong list for the right one.
/// </summary>
internal static class ApiParameters
{
    /// <summary>Parameters of lists.</summary>
    public static readonly string[] List = ["q", "kind", "authority", "category", "severity", "status", "counterpart", "from", "to", "cursor", "size"];

    /// <summary>Parameters of a subject's list.</summary>
    public static readonly string[] Subject = ["cursor", "size"];

    /// <summary>Parameters of increments.</summary>
    public static readonly string[] Changes = ["since", "size"];

    /// <summary>Sentences that say what would be right; none where nothing is wrong.</summary>
    /// <param name="query">What was sent.</param>
    /// <param name="known">What the call knows.</param>
    public static IEnumerable<string> Faults(IQueryCollection query, IReadOnlyList<string> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return $"没有参数 {RowMapper.Shorten(name, 40)}，这个接口{(known.Count == 0 ? "不带参数" : "的参数有 " + string.Join("、", known))}。";
            else if (values.Count > 1)
                yield return $"参数 {name} 只能写一次。";
            else if ((values[0]?.Trim().Length ?? 0) > ListQuery.LongestText)
                yield return Text($"参数 {name} 最多 {ListQuery.LongestText} 个字。");
            else if (name.Equals("q", StringComparison.OrdinalIgnoreCase) && values[0]!.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Any(TooLong))
                yield return Text($"参数 q 中的每个关键词应为 1 到 {ListQuery.LongestWord} 个字；多个关键词用空格分开。");
        }
    }

    private static bool TooLong(string word) => word.Length > ListQuery.LongestWord && word.EnumerateRunes().Count() > ListQuery.LongestWord;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
