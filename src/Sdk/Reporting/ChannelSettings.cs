using System.Globalization;

namespace CreditKit.Reporting;

/// <summary>The settings of a channel's own type; a name that the type does not know is refused, since it is a typing error.</summary>
internal sealed class ChannelSettings
{
    private readonly ChannelOptions _options;

    public ChannelSettings(ChannelOptions options, params ReadOnlySpan<string> known)
    {
        _options = options;
        foreach (var name in options.Settings.Keys)
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new CreditKitException("CK1506", $"报送通道“{options.Name}”的设置 Settings:{name} 不存在。", $"类型 {options.Type} 可用的是：{string.Join("、", known.ToArray())}。");
    }

    /// <summary>A text; the default when it is not set.</summary>
    public string Text(string name, string @default = "") => _options.Settings.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : @default;

    /// <summary>A text that must be set.</summary>
    public string Required(string name, string meaning) => Text(name) is { Length: > 0 } text
        ? text
        : throw new CreditKitException("CK1506", $"报送通道“{_options.Name}”缺少设置 Settings:{name}（{meaning}）。", $"请在 ShuangGongShi:Channels:{_options.Name}:Settings:{name} 中填写。");

    /// <summary>Texts between commas.</summary>
    public HashSet<string> List(string name, string @default) =>
        [.. Text(name, @default).Split([',', '，', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>One of a few texts.</summary>
    public string OneOf(string name, string @default, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name, @default);
        foreach (var one in allowed)
            if (string.Equals(one, text, StringComparison.OrdinalIgnoreCase)) return one;
        throw Wrong(name, text, string.Join("、", allowed.ToArray()));
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name, bool @default) => Text(name) is { Length: > 0 } text
        ? bool.TryParse(text, out var value) ? value : throw Wrong(name, text, "true 或 false")
        : @default;

    /// <summary>A number within bounds.</summary>
    public int Number(string name, int @default, int least, int most) => Text(name) is { Length: > 0 } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : throw Wrong(name, text, string.Create(CultureInfo.InvariantCulture, $"{least} 到 {most}"))
        : @default;

    /// <summary>A name that may stand in XML.</summary>
    public string XmlName(string name, string @default)
    {
        var text = Text(name, @default);
        try
        {
            return System.Xml.XmlConvert.VerifyNCName(text);
        }
        catch (System.Xml.XmlException)
        {
            throw Wrong(name, text, "可作 XML 元素名的文字");
        }
    }

    private CreditKitException Wrong(string name, string value, string range) =>
        new("CK1506", $"报送通道“{_options.Name}”的设置 Settings:{name} 不可用：{value}。", $"可用的是：{range}。");
}
