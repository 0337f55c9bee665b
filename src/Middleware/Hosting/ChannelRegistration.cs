using CreditKit.Reporting;

namespace CreditKit.AspNetCore;

/// <summary>How a channel that was named in code is made.</summary>
internal sealed record ChannelRegistration(string Name, Func<IServiceProvider, ChannelOptions, IReportChannel> Make);
