using System.Buffers.Text;
using System.Security.Cryptography;

namespace CreditKit.Ledger;

/// <summary>Names under which records and attachments are known in public: random, 22 characters, URL-safe.</summary>
internal static class PublicName
{
    /// <summary>A new one. None begins with a hyphen: on a command line it would read as an option.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[16];
        string name;
        do
        {
            RandomNumberGenerator.Fill(random);
            name = Base64Url.EncodeToString(random);
        }
        while (name[0] == '-');
        return name;
    }
}
