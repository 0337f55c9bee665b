using CreditKit;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>The engine of this site, opened when it is first needed: nothing connects or opens a file in a constructor of the host.</summary>
internal sealed class EngineHolder(ShuangGongShiOptions options, TimeProvider time, IServiceProvider services) : IDisposable
{
    private readonly Lazy<CreditKitEngine> _engine = new(() => !options.PublicOnly
        ? CreditKitEngine.Open(options, time, services.GetService<ILoggerFactory>())
        : throw new CreditKitException("CK1106", "这个站点只展示公示库（PublicOnly），没有台账。", "录入、审查、报送和表单请在有台账的站点上使用；需要台账时请去掉 PublicOnly。"));

    private readonly Lazy<SqlitePublicQuery> _snapshot = new(() => new SqlitePublicQuery(options.PublicPath, time, snapshot: true));

    /// <summary>The column alone: there is no engine.</summary>
    public bool PublicOnly => options.PublicOnly;

    /// <summary>The data folder.</summary>
    public string DataDirectory => options.DataDirectory;

    /// <summary>The settings.</summary>
    public ShuangGongShiOptions Options => options;

    /// <summary>The engine; opened by the first call.</summary>
    public CreditKitEngine Engine => _engine.Value;

    /// <summary>What the column asks.</summary>
    public IPublicQuery Query => options.PublicOnly ? _snapshot.Value : _engine.Value.Query;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_engine.IsValueCreated) _engine.Value.Dispose();
        if (_snapshot.IsValueCreated) _snapshot.Value.Dispose();
    }
}
