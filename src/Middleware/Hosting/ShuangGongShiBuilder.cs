using CreditKit.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore;

/// <summary>Adds to the column what not every agency has.</summary>
public sealed class ShuangGongShiBuilder
{
    internal ShuangGongShiBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Reports records to a channel in the background. Channels can also be named in the configuration
    /// (<c>ShuangGongShi:Channels:province:…</c>), where the command line finds them too.
    /// </summary>
    /// <typeparam name="TChannel">The channel: one of the product's, or one of your own.</typeparam>
    /// <param name="name">Name of the channel, e.g. <c>province</c>; stands in receipts and in <c>creditkit explain</c>.</param>
    /// <param name="configure">Its settings; they come after those of the configuration.</param>
    public ShuangGongShiBuilder ReportTo<TChannel>(string name, Action<ChannelOptions> configure) where TChannel : class, IReportChannel
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        Services.PostConfigure<ShuangGongShiOptions>(options =>
        {
            if (!options.Channels.TryGetValue(name, out var channel)) options.Channels[name] = channel = new ChannelOptions();
            channel.Name = name;
            configure(channel);
        });
        Services.AddSingleton(new ChannelRegistration(name, (provider, options) => ActivatorUtilities.CreateInstance<TChannel>(provider, options)));
        return this;
    }
}
