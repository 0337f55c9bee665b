namespace CreditKit.Ledger;

/// <summary>Files that only their owner, or owner and group, may read.</summary>
internal static class StoreFile
{
    /// <summary>ledger.db, its log, its backups: the owner alone.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>public.db and what lies beside it: the group may read, e.g. a web server of its own account.</summary>
    public const UnixFileMode Shared = Private | UnixFileMode.GroupRead;

    /// <summary>Makes an empty file with its mode where there is none; SQLite gives its log the mode of the database.</summary>
    public static void Make(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path)) return;
        using (new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = mode }))
        {
        }
    }

    /// <summary>Whether others than the owner may read a file; false on systems without such modes.</summary>
    public static bool IsOpen(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != 0;
}
