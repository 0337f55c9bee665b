using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CreditKit.Cases;

namespace CreditKit.AspNetCore;

/// <summary>
/// How often one address may post: a fixed window per connection's remote address, IPv6 by /64. Not for loopback, so that a
/// proxy without forwarded headers does not shut everybody out.
/// </summary>
internal sealed class FormGate(CaseOptions options, TimeProvider time)
{
    private const int MostAddresses = 100_000;

    private readonly ConcurrentDictionary<UInt128, (long Window, int Count)> _counts = new();

    /// <summary>Whether a post is admitted; if not, seconds to wait.</summary>
    public bool Admits(IPAddress? address, out int wait)
    {
        wait = 0;
        if (options.PostsPerTenMinutes <= 0 || address is null || (IPAddress.IsLoopback(address) && !options.LimitLoopback)) return true;
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var window = seconds / 600;

        // A flood from everywhere: forget former windows rather than grow.
        if (_counts.Count >= MostAddresses)
            foreach (var (key, seen) in _counts)
                if (seen.Window != window) _counts.TryRemove(key, out _);
        if (_counts.Count >= MostAddresses) _counts.Clear();
        var count = _counts.AddOrUpdate(Key(address), (window, 1), (_, seen) => seen.Window == window ? (window, seen.Count + 1) : (window, 1)).Count;
        if (count <= options.PostsPerTenMinutes) return true;
        wait = (int)(((window + 1) * 600) - seconds);
        return false;
    }

    private static UInt128 Key(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        if (address.AddressFamily == AddressFamily.InterNetworkV6) bytes[8..].Clear();
        else bytes[15] = (byte)length;
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
