using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CreditKit.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Custody;

/// <summary>
/// Backups of ledger.db: one consistent moment, made while the site writes. The key file is never in them: whoever finds a
/// backup reads nothing. public.db is not in them either, since it is made anew from the ledger.
/// </summary>
internal static class LedgerBackup
{
    private const string Database = "ledger.db", Manifest = "manifest.json";

    /// <summary>Makes a backup in a folder that is empty or does not exist.</summary>
    /// <exception cref="CreditKitException">CK1241: the folder is in use; CK1242: it cannot be written.</exception>
    public static BackupManifest Make(SqliteLedger ledger, string folder)
    {
        try
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new CreditKitException("CK1241", $"备份目录不是空的：{folder}。", "每次备份请写一个新的目录，例如以日期命名。");
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, Database);
            StoreFile.Make(path, StoreFile.Private);
            using (var source = ledger.Database.OpenReader())
            using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                target.Open();
                source.BackupDatabase(target);
                LedgerDatabase.Execute(target, "PRAGMA journal_mode = DELETE");
            }

            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
            copy.Open();
            var schema = Convert.ToInt32(Sql.Scalar(copy, null, "PRAGMA user_version"), CultureInfo.InvariantCulture);
            var head = Sql.List(copy, r => $"{r.GetInt64(0)}:{Convert.ToHexStringLower((byte[])r.GetValue(1))}", "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1").FirstOrDefault() ?? "";
            copy.Close();
            using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
            var manifest = new BackupManifest(ledger.Database.Time.GetUtcNow(), schema, head, new FileInfo(path).Length, HashOf(path));
            File.WriteAllBytes(Path.Combine(folder, Manifest), JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifestJson.Default.BackupManifest));
            return manifest;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CreditKitException("CK1242", $"备份没有完成：{folder}。", "请检查目录权限和磁盘空间后换一个空目录重试。", e);
        }
    }

    /// <summary>Puts a backup in the place of a ledger that does not exist; the caller makes public.db anew.</summary>
    /// <exception cref="CreditKitException">CK1243: there is a ledger; CK1244: the backup is not whole.</exception>
    public static BackupManifest Restore(string folder, string ledgerPath)
    {
        if (File.Exists(ledgerPath)) throw new CreditKitException("CK1243", $"数据目录中已有台账：{ledgerPath}。", "请先停止站点，把现有的 ledger.db、ledger.db-wal、ledger.db-shm 移到别处保存，再恢复。");
        var source = Path.Combine(folder, Database);
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, Manifest)), BackupManifestJson.Default.BackupManifest) ?? throw Damaged(folder, null);
            if (new FileInfo(source).Length != manifest.Length || HashOf(source) != manifest.Sha256) throw Damaged(folder, null);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(ledgerPath))!);
            foreach (var left in new[] { "-wal", "-shm" }) File.Delete(ledgerPath + left);
            var beside = ledgerPath + ".restore";
            File.Delete(beside);
            StoreFile.Make(beside, StoreFile.Private);
            using (var from = File.OpenRead(source))
            using (var to = new FileStream(beside, FileMode.OpenOrCreate, FileAccess.Write))
            {
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }

            File.Move(beside, ledgerPath);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Damaged(folder, e);
        }
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static CreditKitException Damaged(string folder, Exception? inner) =>
        new("CK1244", $"备份不完整或被改动过：{folder}。", "请换一份备份；备份目录应有 ledger.db 和 manifest.json，且与制作时一致。", inner);
}
