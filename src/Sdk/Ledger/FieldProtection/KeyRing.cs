using System.Security.Cryptography;
using System.Text.Json;

namespace CreditKit.Ledger;

/// <summary>
/// The ledger's keys, in a file of their own (mode 0600, own folder), never in the database. Made together with a new
/// ledger.db and never for an existing one: a lost key must be noticed, not replaced.
/// </summary>
internal sealed class KeyRing
{
    private readonly Dictionary<byte, byte[]> _wrapping;

    private KeyRing(byte current, Dictionary<byte, byte[]> wrapping, byte[] index)
    {
        Current = current;
        _wrapping = wrapping;
        IndexKey = index;
    }

    /// <summary>Number of the key that wraps new data keys.</summary>
    public byte Current { get; }

    /// <summary>Key of the keyed hashes; stays when wrapping keys rotate, or nothing would match any more.</summary>
    public byte[] IndexKey { get; }

    /// <summary>A wrapping key by number.</summary>
    public byte[] Wrapping(byte number) => _wrapping.TryGetValue(number, out var key)
        ? key
        : throw new CreditKitException("CK1302", $"密钥文件中没有第 {number} 号密钥，无法解开台账。", "请把轮换前的密钥文件内容合并回来：旧密钥在全部数据重新加密之前不能删除。");

    /// <summary>Opens the key file; makes one only for a ledger that is being made.</summary>
    /// <param name="path">The key file.</param>
    /// <param name="newLedger">The ledger does not exist yet.</param>
    public static KeyRing Open(string path, bool newLedger)
    {
        if (!File.Exists(path))
        {
            if (!newLedger)
                throw new CreditKitException("CK1301", $"台账已存在，但找不到它的密钥文件：{path}。", "请从备份恢复密钥文件（它与台账分开备份）；没有密钥，台账内容无法读取，系统也不会为已有台账另造密钥。");
            Create(path);
        }

        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyFileJson.Default.KeyFile)!;
            return new KeyRing(file.Current, file.Wrapping.ToDictionary(p => byte.Parse(p.Key, System.Globalization.CultureInfo.InvariantCulture), p => Convert.FromBase64String(p.Value)), Convert.FromBase64String(file.Index));
        }
        catch (Exception e) when (e is JsonException or FormatException or NullReferenceException or OverflowException)
        {
            throw new CreditKitException("CK1303", $"密钥文件无法读取：{path}。", "文件内容已损坏，请从备份恢复。");
        }
    }

    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var file = new KeyFile(1, new() { ["1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, file, KeyFileJson.Default.KeyFile);
        stream.Flush(flushToDisk: true);
    }
}
