using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace CreditKit.Ledger;

/// <summary>
/// The ledger's keys, in a file of their own (mode 0600, own folder), never in the database. Made together with a new
/// ledger.db and never for an existing one: a lost key must be noticed, not replaced. A file that another process
/// rotated is read again.
/// </summary>
internal sealed class KeyRing
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _path;
    private readonly Lock _gate = new();
    private volatile Keys _keys;
    private DateTime _written;

    private KeyRing(string path)
    {
        _path = path;
        _written = File.GetLastWriteTimeUtc(path);
        _keys = Read();
    }

    /// <summary>Number of the key that wraps new data keys.</summary>
    public byte Current => Fresh().Current;

    /// <summary>Key of the keyed hashes; stays when master keys rotate, or nothing would match any more.</summary>
    public byte[] IndexKey => _keys.Index;

    /// <summary>A master key by number.</summary>
    public byte[] Wrapping(byte number) => _keys.All.TryGetValue(number, out var key) || Fresh().All.TryGetValue(number, out key)
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
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            Write(path, new KeyFile(1, new() { ["1"] = NewKey() }, NewKey()));
        }

        return new KeyRing(path);
    }

    /// <summary>Adds a master key and puts it in force; the former ones stay until every data key is wrapped anew.</summary>
    public byte Add()
    {
        lock (_gate)
        {
            var file = Load();
            var number = file.Wrapping.Concat(file.Retired ?? []).Max(k => Number(k.Key)) + 1;
            if (number > byte.MaxValue) throw new CreditKitException("CK1305", "密钥序号已用尽。", "请先用 creditkit keys rotate --forget 删去不再需要的旧密钥。");
            Write(_path, file with { Current = (byte)number, Wrapping = new(file.Wrapping) { [Text(number)] = NewKey() } });
            _keys = Read();
            return (byte)number;
        }
    }

    /// <summary>Every data key is wrapped under the key in force: the others are kept for older backups only, or forgotten.</summary>
    public void Retire(bool forget)
    {
        lock (_gate)
        {
            var file = Load();
            var retired = new Dictionary<string, string>(file.Retired ?? []);
            foreach (var (number, key) in file.Wrapping.Where(w => w.Key != Text(file.Current))) retired[number] = key;
            Write(_path, file with { Wrapping = new() { [Text(file.Current)] = file.Wrapping[Text(file.Current)] }, Retired = forget || retired.Count == 0 ? null : retired });
            _keys = Read();
        }
    }

    private Keys Fresh()
    {
        var written = File.GetLastWriteTimeUtc(_path);
        if (written == _written) return _keys;
        lock (_gate)
        {
            _keys = Read();
            _written = written;
            return _keys;
        }
    }

    private Keys Read()
    {
        var file = Load();
        try
        {
            var all = file.Wrapping.Concat(file.Retired ?? []).ToDictionary(p => (byte)Number(p.Key), p => Convert.FromBase64String(p.Value));
            var index = Convert.FromBase64String(file.Index);
            return all.ContainsKey(file.Current) && all.Values.Append(index).All(k => k.Length == 32) ? new Keys(file.Current, all, index) : throw Damaged();
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw Damaged();
        }
    }

    private KeyFile Load()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_path), KeyFileJson.Default.KeyFile) is { Wrapping: not null, Index: not null } file ? file : throw Damaged();
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    private CreditKitException Damaged() => new("CK1303", $"密钥文件无法读取：{_path}。", "文件内容已损坏，请从备份恢复。");

    // Beside, flushed, then renamed over: whoever reads finds the former file or the new one, also after a power cut.
    private static void Write(string path, KeyFile file)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(beside, options))
        {
            JsonSerializer.Serialize(stream, file, KeyFileJson.Default.KeyFile);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Keys(byte Current, Dictionary<byte, byte[]> All, byte[] Index);
}
