using System.Security.Cryptography;
using System.Text;

namespace CreditKit.Ledger;

/// <summary>
/// Encryption at rest: a data key per record, wrapped under the master key, so that destroying a record's data key erases
/// the record and a rotation rewrites only the wrapped keys. What belongs to no record is sealed under the ledger's own
/// data key, which is wrapped like any other.
/// </summary>
internal sealed class RecordCipher(IFieldProtector protector)
{
    private DataKey? _own;

    /// <summary>What holds the master key.</summary>
    public IFieldProtector Protector => protector;

    /// <summary>A new data key.</summary>
    public DataKey NewDataKey() => new(RandomNumberGenerator.GetBytes(32), protector);

    /// <summary>Unwraps a stored data key.</summary>
    public DataKey Unwrap(byte[] wrapped) => new(protector.Unwrap(wrapped), protector);

    /// <summary>Keyed hash for matching: 32 bytes that say nothing without the key.</summary>
    public byte[] Index(string purpose, string text) => protector.Hash(Encoding.UTF8.GetBytes(purpose + "\0" + text));

    /// <summary>Keyed hash of bytes.</summary>
    public byte[] Index(ReadOnlySpan<byte> bytes) => protector.Hash(bytes);

    /// <summary>Encrypts what belongs to no record: rejected rows, reasons, purposes.</summary>
    public byte[] Seal(string text, string place) => Own.Encrypt(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(place));

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    public string Open(byte[] sealedText, string place) => Encoding.UTF8.GetString(Own.Decrypt(sealedText, Encoding.UTF8.GetBytes(place)));

    /// <summary>The ledger's own data key, once it is known.</summary>
    public void Load(DataKey own) => _own = own;

    private DataKey Own => _own ?? throw new InvalidOperationException("The ledger's own data key is not loaded.");
}
