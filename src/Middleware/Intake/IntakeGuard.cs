using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>Who may call, how, and how often. Keys are compared as hashes in constant time; a wrong key costs its address patience.</summary>
internal sealed class IntakeGuard(IReadOnlyList<IntakeClient> clients, IntakeOptions options, TimeProvider time)
{
    private const int WrongKeysPerMinute = 20;
    private const int MostCounted = 10_000;
    private readonly ConcurrentDictionary<string, (long Minute, int Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>The system that calls; null with the problem when it may not.</summary>
    public IntakeClient? Admit(HttpContext http, out IntakeProblem? problem)
    {
        problem = null;
        var address = http.Connection.RemoteIpAddress;
        if (!http.Request.IsHttps && address is not null && !IPAddress.IsLoopback(address))
        {
            problem = new(StatusCodes.Status403Forbidden, "须使用 HTTPS", "密钥和个人信息不能在明文连接上传送。请改用 https 地址；由反向代理终止 HTTPS 的，请启用转发头中间件。", "CK1621");
            return null;
        }

        // Only wrong keys count here: a system behind the same address as an intruder has its own count.
        var wrong = "wrong:" + address;
        if (Count(wrong, 0) >= WrongKeysPerMinute)
        {
            problem = TooMany("密钥错误的次数太多");
            return null;
        }

        if (Find(http) is not { } client)
        {
            Count(wrong, 1);
            http.Response.Headers.WWWAuthenticate = "Bearer";
            problem = new(StatusCodes.Status401Unauthorized, "没有有效的密钥", "请在 Authorization 请求头中写 Bearer 和本系统的密钥。", "CK1622");
            return null;
        }

        if (options.CallsPerMinute > 0 && Count("client:" + client.Name, 1) > options.CallsPerMinute)
        {
            problem = TooMany($"本系统一分钟内最多调用 {options.CallsPerMinute} 次");
            return null;
        }

        return client;
    }

    private IntakeClient? Find(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header[7..].Trim()));
        IntakeClient? found = null;
        foreach (var client in clients)
            if (CryptographicOperations.FixedTimeEquals(client.KeyHash, hash)) found = client;
        return found;
    }

    private IntakeProblem TooMany(string what) =>
        new(StatusCodes.Status429TooManyRequests, "调用太频繁", $"{what}，请在 Retry-After 秒之后再试。", "CK1623") { RetryAfter = 60 - (int)(time.GetUtcNow().ToUnixTimeSeconds() % 60) };

    private int Count(string key, int add)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_counts.Count > MostCounted) _counts.Clear();
        return _counts.AddOrUpdate(key, (minute, add), (_, seen) => seen.Minute == minute ? (minute, seen.Count + add) : (minute, add)).Count;
    }
}
