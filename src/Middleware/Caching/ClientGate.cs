using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CreditKit.AspNetCore;

/// <summary>
/// How often one address may ask: a fixed window per connection's remote address, IPv6 by /64. Not for loopback, so that a
/// proxy without forwarded headers does not shut everybody out. Addresses are forgotten with their window.
/// </summary>
internal sealed class ClientGate(int most, TimeSpan window, bool limitLoopback, TimeProvider time)
{
    private const int MostAddresses = 100_000;

    private readonly ConcurrentDictionary<UInt128, (long Window, int Count)> _counts = new();
    private readonly long _length = (long)window.TotalSeconds;

    /// <summary>Whether a request is admitted; if not, seconds to wait.</summary>
    public bool Admits(IPAddress? address, out int wait)
    {
        wait = 0;
        if (most <= 0 || address is null || (IPAddress.IsLoopback(address) && !limitLoopback)) return true;
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var now = seconds / _length;

        // A flood from everywhere: forget former windows rather than grow.
        if (_counts.Count >= MostAddresses)
            foreach (var (key, seen) in _counts)
                if (seen.Window != now) _counts.TryRemove(key, out _);
        if (_counts.Count >= MostAddresses) _counts.Clear();
        var count = _counts.AddOrUpdate(Key(address), (now, 1), (_, seen) => seen.Window == now ? (now, seen.Count + 1) : (now, 1)).Count;
        if (count <= most) return true;
        wait = (int)(((now + 1) * _length) - seconds);
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
