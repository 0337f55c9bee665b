using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace CreditKit.Tool;

/// <summary>
/// The command-line parser's own words in Chinese. Its translations need the globalization data of the machine, which the
/// product does without.
/// </summary>
internal static partial class ParserWords
{
    private static readonly (string English, string Chinese)[] s_help =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("[default: ", "[默认："), ("(REQUIRED)", "（必填）"),
        ("Show help and usage information", "显示帮助"), ("Show version information", "显示版本"),
    ];

    // They read no records: whose are accepted does not concern them.
    private static readonly string[] s_withoutRecords = ["desensitize", "due", "template"];

    /// <summary>A fault of the call.</summary>
    public static string Fault(ParseError error)
    {
        var message = error.Message;
        if (message.StartsWith("Required command", StringComparison.Ordinal)) return "没有写命令。";
        if (Unrecognized().Match(message) is { Success: true } unknown) return $"没有“{unknown.Groups[1].Value}”这个命令或参数。";
        if (MissingArgument().Match(message) is { Success: true } argument) return $"命令 {argument.Groups[2].Value} 缺少参数：{argument.Groups[1].Value}。";
        if (MissingOption().Match(message) is { Success: true } option) return $"必须写明选项 {option.Groups[1].Value}。";
        if (MissingValue().Match(message) is { Success: true } value) return $"选项 {value.Groups[1].Value} 后面缺少值。";
        if (Unreadable().Match(message) is { Success: true } text) return $"“{text.Groups[1].Value}”不是 {text.Groups[2].Value} 能接受的值。";
        if (NotAmong().Match(message) is { Success: true } among) return $"“{among.Groups[1].Value}”不在可用的值之内：{among.Groups[2].Value.ReplaceLineEndings("、").Replace("'", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal).Trim('、', ' ')}。";
        return message;
    }

    /// <summary>A command that is none is one fault: that no command was written besides is only its shadow.</summary>
    public static IEnumerable<ParseError> Worth(IReadOnlyList<ParseError> errors) =>
        errors.Any(e => Unrecognized().IsMatch(e.Message)) ? errors.Where(e => !e.Message.StartsWith("Required command", StringComparison.Ordinal)) : errors;

    /// <summary>A page of help.</summary>
    public static string Help(string text, Command command)
    {
        foreach (var argument in command.Arguments)
            if (argument.HelpName is { } name) text = text.Replace($"<{argument.Name}>", $"<{name}>", StringComparison.Ordinal);
        if (s_withoutRecords.Contains(command.Name)) text = string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith("--authority", StringComparison.Ordinal)));
        foreach (var (english, chinese) in s_help) text = text.Replace(english, chinese, StringComparison.Ordinal);
        return text;
    }

    [GeneratedRegex("^Unrecognized command or argument '(.*)'")]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Required argument '?(.*?)'? missing for command: '(.*)'")]
    private static partial Regex MissingArgument();

    [GeneratedRegex("^Option '(.*)' is required")]
    private static partial Regex MissingOption();

    [GeneratedRegex("^Required argument missing for option: '?(.*?)'?\\.?$")]
    private static partial Regex MissingValue();

    [GeneratedRegex("^Cannot parse argument '(.*?)' for (?:option|command) '(.*?)'")]
    private static partial Regex Unreadable();

    [GeneratedRegex("^Argument '(.*?)' not recognized\\. Must be one of:\\s*([\\s\\S]*)$")]
    private static partial Regex NotAmong();
}
