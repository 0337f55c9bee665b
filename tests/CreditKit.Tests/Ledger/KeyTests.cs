using System.Security.Cryptography;
using System.Text;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;

namespace CreditKit.Tests.Ledger;

[Trait("Requirement", "000-39")]
[Trait("Requirement", "002-22")]
public sealed class KeyTests : IDisposable
{
    private readonly LedgerFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Rotation_WrapsEverythingAnew_AndTheOldKeyCanBeForgotten()
    {
        var ids = Enumerable.Range(1, 60).Select(n => _fixture.Submit(LedgerFixture.Penalty($"云市监罚〔2026〕{n}号")).PublicId).ToList();
        new AccessRegister(_fixture.Ledger).Enter("x", new AccessRequest("甲", "核对"));
        var before = File.ReadAllText(_fixture.KeyPath);

        new KeyRotation(_fixture.Ledger.Database).Run("tester", forget: true).ShouldBe(new KeyRotationResult(61, false));

        File.ReadAllText(_fixture.KeyPath).ShouldNotContain(KeyOf(before, "1"));
        Numbers().ShouldAllBe(n => n == 2);
        _fixture.Reopen();
        ids.ShouldAllBe(id => _fixture.Ledger.FindByPublicId(id) != null);
        new AccessRegister(_fixture.Ledger).Entries(new AccessFilter()).Single().Purpose.ShouldBe("核对");
        _fixture.Submit(LedgerFixture.Penalty("云市监罚〔2026〕1号")).Outcome.ShouldBe(SubmissionOutcome.Unchanged);
        _fixture.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    public void Rotation_ThatIsCutOff_StaysReadable_AndGoesOnWithTheSameKey()
    {
        var ids = Enumerable.Range(1, 20).Select(n => _fixture.Submit(LedgerFixture.Penalty($"云市监罚〔2026〕{n}号")).PublicId).ToList();
        // The trigger stands for the power cut: half of the records are wrapped anew, then nothing more.
        _fixture.Ledger.Database.Write((c, t) => Sql.Run(c, t, "CREATE TRIGGER cut BEFORE UPDATE OF data_key ON record WHEN new.id = 11 BEGIN SELECT RAISE(ABORT, 'power'); END"));
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => new KeyRotation(_fixture.Ledger.Database).Run("tester"));
        _fixture.Reopen();
        ids.ShouldAllBe(id => _fixture.Ledger.FindByPublicId(id) != null);

        _fixture.Ledger.Database.Write((c, t) => Sql.Run(c, t, "DROP TRIGGER cut"));
        new KeyRotation(_fixture.Ledger.Database).Run("tester").Completed.ShouldBeTrue();
        Numbers().ShouldAllBe(n => n == 2);
        ids.ShouldAllBe(id => _fixture.Ledger.FindByPublicId(id) != null);
    }

    [Fact]
    public void Rotation_IsSeenByAnotherProcess_WithoutARestart()
    {
        using var other = _fixture.Open();
        var id = _fixture.Submit(LedgerFixture.Penalty()).PublicId;
        new KeyRotation(_fixture.Ledger.Database).Run("tester");
        other.FindByPublicId(id).ShouldNotBeNull();
        other.Submit([LedgerFixture.Submission(LedgerFixture.Penalty("云市监罚〔2026〕9号"))]);
        Numbers().ShouldAllBe(n => n == 2);
    }

    [Fact]
    public void Key_ThatIsMissingOrAnother_IsRefusedAtTheOpening()
    {
        _fixture.Submit(LedgerFixture.Penalty());
        _fixture.Ledger.Dispose();
        var kept = File.ReadAllBytes(_fixture.KeyPath);

        File.Delete(_fixture.KeyPath);
        Should.Throw<CreditKitException>(_fixture.Open).Code.ShouldBe("CK1301");
        File.Exists(_fixture.KeyPath).ShouldBeFalse();

        using (var stranger = new LedgerFixture()) File.Copy(stranger.KeyPath, _fixture.KeyPath);
        Should.Throw<CreditKitException>(_fixture.Open).Code.ShouldBe("CK1304");

        File.WriteAllText(_fixture.KeyPath, "{}");
        Should.Throw<CreditKitException>(_fixture.Open).Code.ShouldBe("CK1303");

        var text = Encoding.UTF8.GetString(kept);
        // JSON may write a plus sign as an escape: the key is looked for as the file has it.
        var written = System.Text.Json.JsonSerializer.Serialize(KeyOf(text, "index")).Trim('"');
        var index = text.Contains(written, StringComparison.Ordinal) ? written : KeyOf(text, "index");
        File.WriteAllText(_fixture.KeyPath, text.Replace(index, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), StringComparison.Ordinal));
        Should.Throw<CreditKitException>(_fixture.Open).Code.ShouldBe("CK1304");

        File.WriteAllBytes(_fixture.KeyPath, kept);
        _fixture.Open().Dispose();
    }

    [Fact]
    public void Files_AreTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows()) return;
        _fixture.Submit(LedgerFixture.Penalty());
        foreach (var path in new[] { _fixture.KeyPath, _fixture.LedgerPath, _fixture.LedgerPath + "-wal", _fixture.LedgerPath + "-shm" })
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, path);
        using var store = new CreditKit.Publication.Sqlite.SqlitePublicStore(_fixture.LedgerPath + ".public", _fixture.Clock);
        File.GetUnixFileMode(_fixture.LedgerPath + ".public").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    [Fact]
    public void Module_TakesThePlaceOfTheKeyFile()
    {
        using var folder = new CreditKit.Tests.Support.TempFolder();
        var (path, key, module) = (folder.File("ledger.db"), folder.File("none.key"), new Module("sm4-gcm"));
        string id;
        using (var ledger = new SqliteLedger(new LedgerDatabase(path, key, _fixture.Clock, module)))
        {
            id = ledger.Submit([LedgerFixture.Submission(LedgerFixture.Penalty())])[0].PublicId;
            module.Renew();
            new KeyRotation(ledger.Database).Run("tester").Keys.ShouldBe(2);
        }

        File.Exists(key).ShouldBeFalse();
        module.Wrapped.ShouldBeGreaterThan(0);
        using (var ledger = new SqliteLedger(new LedgerDatabase(path, key, _fixture.Clock, module))) ledger.FindByPublicId(id).ShouldNotBeNull();
        Should.Throw<CreditKitException>(() => new LedgerDatabase(path, key, _fixture.Clock, new Module("other"))).Code.ShouldBe("CK1306");
    }

    private List<byte> Numbers() => _fixture.Ledger.Database.Read(c => Sql.List(c, r => ((byte[])r.GetValue(0))[0],
        "SELECT data_key FROM record WHERE data_key IS NOT NULL UNION ALL SELECT data_key FROM protection WHERE data_key IS NOT NULL"));

    private static string KeyOf(string file, string name) => System.Text.Json.JsonDocument.Parse(file).RootElement is var root && root.TryGetProperty(name, out var top)
        ? top.GetString()!
        : root.GetProperty("wrapping").GetProperty(name).GetString()!;

    /// <summary>Stands for a certified module: its master keys never leave it.</summary>
    private sealed class Module(string scheme) : IFieldProtector
    {
        private readonly List<byte[]> _masters = [RandomNumberGenerator.GetBytes(32)];
        private readonly byte[] _index = RandomNumberGenerator.GetBytes(32);

        public int Wrapped { get; private set; }

        public string Scheme => scheme;

        public void Renew() => _masters.Add(RandomNumberGenerator.GetBytes(32));

        public byte[] Wrap(ReadOnlySpan<byte> dataKey)
        {
            Wrapped++;
            return [(byte)(_masters.Count - 1), .. Encrypt(_masters[^1], dataKey, [])];
        }

        public byte[] Unwrap(ReadOnlySpan<byte> wrapped) => Decrypt(_masters[wrapped[0]], wrapped[1..], []);

        public bool IsCurrent(ReadOnlySpan<byte> wrapped) => wrapped[0] == _masters.Count - 1;

        public byte[] Encrypt(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
        {
            using var aes = Aes.Create();
            aes.Key = dataKey[..16].ToArray();
            var iv = RandomNumberGenerator.GetBytes(16);
            byte[] body = [.. iv, .. aes.EncryptCbc(plain, iv)];
            return [.. HMACSHA256.HashData(dataKey, [.. place, .. body]), .. body];
        }

        public byte[] Decrypt(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> place)
        {
            if (!HMACSHA256.HashData(dataKey, [.. place, .. blob[32..]]).AsSpan().SequenceEqual(blob[..32])) throw new CreditKitException("CK1304", "密钥不符。", "");
            using var aes = Aes.Create();
            aes.Key = dataKey[..16].ToArray();
            return aes.DecryptCbc(blob[48..], blob[32..48]);
        }

        public byte[] Hash(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_index, data);
    }
}
