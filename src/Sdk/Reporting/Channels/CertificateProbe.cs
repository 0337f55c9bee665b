using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace CreditKit.Reporting.Channels;

/// <summary>Looks at the receiver's certificate before anything is sent, so that a wrong one is told at start and not found in a log at night.</summary>
internal static class CertificateProbe
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>The first certificate among channels that is wrong, looked at side by side; who does not answer within 3 s holds up no start.</summary>
    public static async Task<CreditKitException?> FirstFaultAsync(IReadOnlyList<ChannelOptions> channels, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        var faults = await Task.WhenAll(channels.Select(c => LookAsync(c, limit.Token, cancellation))).ConfigureAwait(false);
        return Array.Find(faults, f => f is not null);
    }

    private static async Task<CreditKitException?> LookAsync(ChannelOptions channel, CancellationToken limit, CancellationToken cancellation)
    {
        try
        {
            return await CheckAsync(channel, limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>What is wrong with the certificate; null when it is right, when the channel has none, or when nobody answers.</summary>
    public static async Task<CreditKitException?> CheckAsync(ChannelOptions options, CancellationToken cancellation)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true, Scheme: "https" } address) return null;
        var fault = SslPolicyErrors.None;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(options.Timeout < TimeSpan.FromSeconds(10) ? options.Timeout : TimeSpan.FromSeconds(10));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.IdnHost, address.Port, timeout.Token);
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = address.IdnHost,
                CertificateChainPolicy = TrustedRoots.Load(options),
                RemoteCertificateValidationCallback = (_, _, _, errors) => (fault = errors) == SslPolicyErrors.None,
            }, timeout.Token);
            return null;
        }
        catch (AuthenticationException)
        {
            var what = fault.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "与地址不符" : fault.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? "不是受信任的机构签发，或已过期" : "无法核对";
            return new CreditKitException("CK1514", $"报送通道“{options.Name}”对方的证书{what}：{address.Host}。", "在证书更正之前不会报送任何数据；平台使用自建根证书的，请把它的 PEM 文件写在 TrustedCertificates。");
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // Nobody answers: that is an outage, and the outbox waits.
            return null;
        }
    }
}
