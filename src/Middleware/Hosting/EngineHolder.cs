using CreditKit;
using CreditKit.Publication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>The engine of this site, opened when it is first needed: nothing connects or opens a file in a constructor of the host.</summary>
internal sealed class EngineHolder(ShuangGongShiOptions options, TimeProvider time, IServiceProvider services) : IDisposable
{
    private readonly Lazy<CreditKitEngine> _engine = new(() => CreditKitEngine.Open(options, time, services.GetService<ILoggerFactory>()));

    /// <summary>The engine; opened by the first call.</summary>
    public CreditKitEngine Engine => _engine.Value;

    /// <summary>What the column asks.</summary>
    public IPublicQuery Query => _engine.Value.Query;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_engine.IsValueCreated) _engine.Value.Dispose();
    }
}
