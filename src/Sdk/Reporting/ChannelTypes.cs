using CreditKit.Reporting.Channels;

namespace CreditKit.Reporting;

/// <summary>The roads the product knows, by the name that stands in the configuration.</summary>
internal static class ChannelTypes
{
    private static readonly Dictionary<string, Func<ChannelOptions, TimeProvider, IReportChannel>> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["portal-api"] = (options, time) => new PortalApiChannel(options, time),
        ["city-service"] = (options, time) => new CityServiceChannel(options, time),
        ["exchange-table"] = (options, time) => new ExchangeTableChannel(options, time),
        ["package"] = (options, time) => new PackageChannel(options, time),
        ["drop-folder"] = (options, time) => new DropFolderChannel(options, time),
        ["soap-xml"] = (options, time) => new SoapXmlChannel(options, time),
    };

    /// <summary>A channel of the configured type.</summary>
    /// <exception cref="CreditKitException">CK1507: no such type.</exception>
    public static IReportChannel Make(ChannelOptions options, TimeProvider time) => s_types.TryGetValue(options.Type, out var make)
        ? make(options, time)
        : throw Unknown(options);

    /// <summary>Whether the product has that type itself.</summary>
    public static bool Knows(string type) => s_types.ContainsKey(type);

    /// <summary>What is said of a type that the product has not.</summary>
    public static CreditKitException Unknown(ChannelOptions options) =>
        new("CK1507", $"报送通道“{options.Name}”的类型“{options.Type}”不存在。", $"可用的是：{string.Join("、", s_types.Keys)}；自己的通道请用 ReportTo<TChannel> 注册。");

    /// <summary>A channel of the configured type; null for a type that is registered in code elsewhere.</summary>
    public static IReportChannel? TryMake(ChannelOptions options, TimeProvider time) => s_types.ContainsKey(options.Type) ? Make(options, time) : null;
}
