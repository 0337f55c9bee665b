namespace CreditKit.Standards;

/// <summary>Keeps exported cells from being run as formulas by a spreadsheet, and takes the guard off again when reading.</summary>
public static class SafeCell
{
    /// <summary>The value with an apostrophe in front when it would start a formula (<c>= + - @</c>, tab, line break, and their full-width forms).</summary>
    public static string Escape(string value) => value.Length > 0 && IsActive(value[0]) ? "'" + value : value;

    /// <summary>The value without the guard.</summary>
    public static string Unescape(string value) => value.Length > 1 && value[0] == '\'' && IsActive(value[1]) ? value[1..] : value;

    private static bool IsActive(char c) => c is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
