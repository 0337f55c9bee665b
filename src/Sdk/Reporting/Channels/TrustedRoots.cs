using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CreditKit.Reporting.Channels;

/// <summary>The certificate authorities that a channel trusts instead of the system's.</summary>
internal static class TrustedRoots
{
    /// <summary>The policy for the receiver's chain; null when the system's authorities apply.</summary>
    /// <exception cref="CreditKitException">CK1508: the file holds no certificate.</exception>
    public static X509ChainPolicy? Load(ChannelOptions options)
    {
        if (options.TrustedCertificates.Length == 0) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(options.TrustedCertificates);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            policy.CustomTrustStore.Clear();
        }

        return policy.CustomTrustStore.Count > 0
            ? policy
            : throw new CreditKitException("CK1508", $"报送通道“{options.Name}”的证书文件 {options.TrustedCertificates} 无法读取，或其中没有证书。", "TrustedCertificates 应为平台根证书的 PEM 文件（-----BEGIN CERTIFICATE-----）。");
    }
}
