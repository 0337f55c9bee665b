using CreditKit;

namespace CreditKit.AspNetCore;

/// <summary>One system that may hand in records.</summary>
public sealed class IntakeKeyOptions
{
    /// <summary>Name of the system; stands in the audit chain and as the source of every value.</summary>
    public string Name { get; set; } = "";

    /// <summary>The bearer key, at least 32 characters; from a secret store or the environment. Null: <see cref="KeySha256"/> is stated.</summary>
    public string? Key { get; set; }

    /// <summary>SHA-256 of the key, 64 hexadecimal characters, so that no configuration file holds the key itself.</summary>
    public string? KeySha256 { get; set; }

    /// <summary>Deciding agencies whose records this system may bring; empty: as the column's settings say.</summary>
    public IList<AuthorityOptions> Authorities { get; } = [];

    /// <summary>Import profile (JSON), relative to the data folder: how the system names its columns, or that it reviews at source. Null: none.</summary>
    public string? Profile { get; set; }
}
