using System.Security.Cryptography;
using System.Text;
using CreditKit.Intake.Profiles;
using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>A system as the intake knows it: its name, the hash of its key, what it may bring.</summary>
internal sealed record IntakeClient(string Name, byte[] KeyHash, ImportProfile? Profile)
{
    private const int ShortestKey = 32;

    /// <summary>Who stands in the audit chain.</summary>
    public string Actor => "intake:" + Name;

    /// <summary>Whether records of an agency are this system's business.</summary>
    public bool MayTouch(Authority authority) => Profile is not { Authorities.Count: > 0 }
        || Profile.Authorities.Any(a => a.CreditCode is { } code && authority.CreditCode is { } other ? code == other : a.Name == authority.Name);

    /// <summary>The systems of the settings.</summary>
    /// <exception cref="InvalidOperationException">CK1611 to CK1613: none is configured, or a key cannot be right.</exception>
    public static IReadOnlyList<IntakeClient> All(IntakeOptions options, string dataDirectory)
    {
        if (options.Keys.Count == 0)
            throw new InvalidOperationException("CK1611：没有为接口接收配置密钥。请在 ShuangGongShi:Intake:Keys 中为每个业务系统写一项 { \"Name\": \"审批系统\", \"KeySha256\": \"密钥的 SHA-256\" }；没有密钥不开放接口。");
        var clients = options.Keys.Select(k => Of(k, dataDirectory)).ToList();
        if (clients.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() < clients.Count || clients.Select(c => Convert.ToHexString(c.KeyHash)).Distinct().Count() < clients.Count)
            throw new InvalidOperationException("CK1613：接口接收的密钥配置中有重复的 Name 或者重复的密钥。请为每个业务系统各设一个名称和一个密钥。");
        return clients;
    }

    private static IntakeClient Of(IntakeKeyOptions key, string dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(key.Name)) throw new InvalidOperationException("CK1612：接口接收的密钥缺少 Name。请写明是哪个业务系统。");
        var profile = key.Profile is { } path ? ImportProfile.Load(Path.Combine(dataDirectory, path)) : null;
        if (key.Authorities.Count > 0) profile = (profile ?? new()) with { Authorities = [.. key.Authorities.Select(a => new Authority(a.Name, a.CreditCode))] };
        return new IntakeClient(key.Name, HashOf(key), profile);
    }

    private static byte[] HashOf(IntakeKeyOptions key)
    {
        if (key.Key is { Length: > 0 } plain)
        {
            if (plain.Length < ShortestKey) throw new InvalidOperationException($"CK1612：业务系统“{key.Name}”的密钥太短。请用不少于 {ShortestKey} 个字符的随机密钥，例如 openssl rand -base64 36 的结果。");
            return SHA256.HashData(Encoding.UTF8.GetBytes(plain));
        }

        if (key.KeySha256 is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit)) return Convert.FromHexString(hex);
        throw new InvalidOperationException($"CK1612：业务系统“{key.Name}”没有可用的密钥。请写 Key（至少 {ShortestKey} 个字符）或者 KeySha256（64 位十六进制，可用 printf %s 密钥 | sha256sum 得到）。");
    }
}
