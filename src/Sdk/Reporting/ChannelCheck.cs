using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>Refuses at start what would fail, or leak, at night.</summary>
internal static class ChannelCheck
{
    private static readonly string[] s_placeholders = ["changeme", "change-me", "placeholder", "password", "secret", "token", "your", "todo", "xxx", "example", "sample", "test", "请填", "填写", "替换", "待定", "密钥", "令牌"];

    /// <summary>What every channel needs.</summary>
    public static void Common(ChannelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Name)) throw new CreditKitException("CK1501", "报送通道没有名称。", "请在 ShuangGongShi:Channels 下给通道起名，例如 province。");
        Ask(Enum.TryParse<DestinationKind>(options.Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && kind != DestinationKind.OwnSite,
            options, "Kind", options.Kind, "credit-portal（通向信用中国）或 enterprise-system（企业信用信息公示系统）");
        Ask(options.BatchSize is >= 1 and <= 1000, options, "BatchSize", options.BatchSize, "1 到 1000");
        Ask(options.Calls is >= 1 and <= 64, options, "Calls", options.Calls, "1 到 64");
        Ask(options.Timeout >= TimeSpan.FromSeconds(0.1) && options.Timeout <= TimeSpan.FromMinutes(10), options, "Timeout", options.Timeout, "00:00:00.1 到 00:10:00");
        Ask(options.ShortestWait > TimeSpan.Zero && options.ShortestWait <= options.LongestWait, options, "ShortestWait", options.ShortestWait, "大于零，且不大于 LongestWait");
        foreach (var name in options.Kinds)
            Ask(name.Equals("list", StringComparison.OrdinalIgnoreCase) || Enum.TryParse<RecordKind>(name, ignoreCase: true, out _), options, "Kinds", name, "license、penalty、act、list");
        foreach (var name in options.Counterparts)
            Ask(Enum.TryParse<CounterpartKind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _), options, "Counterparts", name, "organization、sole-trader 或 natural-person");
    }

    /// <summary>An address that cannot be listened to: https, or this machine.</summary>
    public static Uri Address(ChannelOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true } address)
            throw new CreditKitException("CK1502", $"报送通道“{options.Name}”没有地址。", $"请设置 ShuangGongShi:Channels:{options.Name}:BaseAddress，例如 https://平台地址/。");
        if (address.UserInfo.Length > 0)
            throw new CreditKitException("CK1505", $"报送通道“{options.Name}”的地址里带有账号或口令。", "地址会出现在日志里，请改用 Token。");
        if (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) return address;
        throw new CreditKitException("CK1503", $"报送通道“{options.Name}”的地址不是 https：{address.Scheme}://{address.Host}。", "报送数据含未脱敏内容，明文 http 只允许发往本机；请改用 https 地址。");
    }

    /// <summary>A secret that somebody really set.</summary>
    public static string Secret(ChannelOptions options)
    {
        var secret = options.Token.Trim();
        if (secret.Length == 0)
            throw new CreditKitException("CK1504", $"报送通道“{options.Name}”没有设置令牌。", $"请在环境变量 ShuangGongShi__Channels__{options.Name}__Token 中设置平台发放的令牌。");
        if (IsPlaceholder(secret))
            throw new CreditKitException("CK1504", $"报送通道“{options.Name}”的令牌是占位文字，不是平台发放的令牌。", $"请在环境变量 ShuangGongShi__Channels__{options.Name}__Token 中设置真实的令牌。");
        if (secret.Any(c => c is <= ' ' or > '~'))
            throw new CreditKitException("CK1504", $"报送通道“{options.Name}”的令牌含有空格、换行或非 ASCII 字符。", "请重新粘贴平台发放的令牌。");
        return secret;
    }

    /// <summary>A database password that somebody really set; it may hold any character.</summary>
    public static void Password(ChannelOptions options, string password)
    {
        if (password.Length == 0)
            throw new CreditKitException("CK1504", $"报送通道“{options.Name}”没有设置口令。", $"请在环境变量 ShuangGongShi__Channels__{options.Name}__Token 中设置前置库的口令。");
        if (IsPlaceholder(password))
            throw new CreditKitException("CK1504", $"报送通道“{options.Name}”的口令是占位文字。", $"请在环境变量 ShuangGongShi__Channels__{options.Name}__Token 中设置真实的口令。");
    }

    private static bool IsPlaceholder(string secret) =>
        secret.Length < 8 || secret.All(c => c == secret[0]) || secret[0] is '<' or '{' or '[' or '$' || s_placeholders.Any(p => secret.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static void Ask(bool right, ChannelOptions options, string setting, object value, string range)
    {
        if (!right) throw new CreditKitException("CK1506", $"报送通道“{options.Name}”的设置 {setting} 不可用：{value}。", $"可用的是：{range}。");
    }
}
