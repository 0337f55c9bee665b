using Microsoft.Data.Sqlite;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Makes a snapshot of public.db for a column on another machine: one file, no log beside it, put in place by a rename, so
/// that whoever reads finds the former snapshot or the new one. The site may go on writing meanwhile.
/// </summary>
internal static class SnapshotShipper
{
    /// <summary>Writes the snapshot; returns its length in bytes.</summary>
    /// <param name="publicPath">public.db.</param>
    /// <param name="target">The file to be made or replaced.</param>
    /// <exception cref="CreditKitException">CK1217: there is no complete public.db, or the snapshot cannot be written.</exception>
    public static long Ship(string publicPath, string target)
    {
        var beside = target + ".new";
        try
        {
            if (!File.Exists(publicPath)) throw Failed($"公示库不存在：{publicPath}", null);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            foreach (var left in new[] { beside, beside + "-journal" }) File.Delete(left);
            Ledger.StoreFile.Make(beside, Ledger.StoreFile.Shared);
            using (var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = publicPath, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString()))
            {
                source.Open();
                using var vacuum = source.CreateCommand();
                vacuum.CommandText = "VACUUM INTO $target";
                vacuum.Parameters.AddWithValue("$target", beside);
                vacuum.ExecuteNonQuery();
            }

            using (var connection = NativeConnection.Open(beside, readOnly: false))
            {
                connection.Execute("PRAGMA journal_mode = DELETE");
                if (connection.Number("SELECT value FROM meta WHERE name = 'complete'") != 1) throw Failed("公示库尚未建好", null);
            }

            using (var file = new FileStream(beside, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
            File.Move(beside, target, overwrite: true);
            return new FileInfo(target).Length;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Failed($"公示库快照无法写入：{target}", e);
        }
    }

    private static CreditKitException Failed(string what, Exception? inner) =>
        new("CK1217", $"{what}。", "请先导入记录或运行 creditkit rebuild，并检查目标目录的权限和磁盘空间。", inner);
}
