using System.CommandLine;
using CreditKit.Intake.Profiles;
using CreditKit.Records;

namespace CreditKit.Tool;

/// <summary>Options that every command takes.</summary>
internal static class Shared
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "数据目录，其中的 shuanggongshi.json 是配置的基础",
        DefaultValueFactory = _ => Path.Combine("App_Data", "shuanggongshi"),
        Recursive = true,
        HelpName = "目录",
    };

    public static readonly Option<Authority[]> Authority = new("--authority")
    {
        Description = "接受哪个单位的记录，写作 名称:统一社会信用代码，可重复；不写且未配置则不限",
        Recursive = true,
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "名称:代码",
        CustomParser = result => [.. result.Tokens.Select(token =>
        {
            var split = token.Value.LastIndexOf(':');
            if (split < 0) split = token.Value.LastIndexOf('：');
            if (split > 0 && UnifiedSocialCreditCode.IsValid(token.Value.AsSpan(split + 1).Trim()))
                return new Authority(token.Value[..split].Trim(), token.Value[(split + 1)..].Trim());
            result.AddError($"--authority 的值“{token.Value}”不是 名称:18位统一社会信用代码（校验位正确）的形式。");
            return Records.Authority.None;
        })],
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "在标准输出打印 JSON：一个对象（desensitize 每行文本一个），日志走标准错误",
        Recursive = true,
    };

    public static readonly Option<FileInfo?> Profile = new("--profile")
    {
        Description = "导入配置（JSON）：列名对应、默认值、日期格式、元或万元；不写则按表头识别",
        HelpName = "文件",
    };

    /// <summary>The profile named by <c>--profile</c>; null when none is.</summary>
    public static ImportProfile? LoadProfile(FileInfo? file) => file is null ? null : ImportProfile.Load(file.FullName);

    /// <summary>The file a command reads.</summary>
    public static Argument<string> File(string description) => new("FILE") { Description = description, HelpName = "文件" };
}
