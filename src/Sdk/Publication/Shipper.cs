using CreditKit.Ledger;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Publication;

/// <summary>Ships on a schedule: every interval in which something changed, and once a day in any case, so that the other side can tell silence from a broken road.</summary>
internal sealed class Shipper(ShippingOptions options, string publicPath, IPublicQuery query, ILedger ledger, TimeProvider time)
{
    /// <summary>Who stands in the audit chain for what the schedule did.</summary>
    public const string Actor = "schedule";

    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(10), s_sign = TimeSpan.FromDays(1);
    private long _version = -1;
    private DateTimeOffset _next;
    private volatile Result? _last;

    /// <summary>The last attempt of this process; null before the first.</summary>
    public Result? Last => _last;

    /// <summary>The interval in force.</summary>
    public static TimeSpan Interval(ShippingOptions options) => options.Every < s_least ? s_least : options.Every;

    /// <summary>Ships when it is due. False when it is not, or nothing is to be shipped.</summary>
    /// <exception cref="CreditKitException">CK1217: the snapshot cannot be written; tried again after the interval.</exception>
    public bool Due()
    {
        var now = time.GetUtcNow();
        if (options.File is not { } target || now < _next) return false;
        var version = query.Version;
        _next = now + Interval(options);
        if (version == _version && _last is { ShippedAt: { } at } && now - at < s_sign) return false;
        try
        {
            var bytes = SnapshotShipper.Ship(publicPath, Path.GetFullPath(target));
            ledger.Audit(Actor, "ship", "done", null, $"bytes={bytes}");
        }
        catch (CreditKitException fault)
        {
            _last = new Result(_last?.ShippedAt, fault.Code);
            throw;
        }

        _version = version;
        _last = new Result(now, null);
        return true;
    }

    /// <summary>How it stands.</summary>
    /// <param name="ShippedAt">When a snapshot was last written, UTC; null: never by this process.</param>
    /// <param name="Fault">Code of the fault of the last attempt; null when it succeeded.</param>
    internal sealed record Result(DateTimeOffset? ShippedAt, string? Fault);
}
