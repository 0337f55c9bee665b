using System.Globalization;
using System.Text;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// Files with serial numbers that have no gaps, each put down as a whole or not at all, with the keys of its rows beside it
/// in a folder of our own: whoever dies in the middle, the next one finishes what was begun and finds again what was sent.
/// Safe for several processes on one machine.
/// </summary>
internal sealed class SerialFolder(string folder, string state)
{
    private const string Pending = ".pending", Sent = ".sent", Part = ".part";

    /// <summary>The folder the files go to.</summary>
    public string Folder => folder;

    /// <summary>Puts a file down.</summary>
    /// <param name="series">What is counted, e.g. code and day.</param>
    /// <param name="name">The file's name by its number.</param>
    /// <param name="keys">Keys of its rows, in order.</param>
    /// <param name="write">Writes the content; is told the number and the name of the file before it in the series.</param>
    /// <param name="marker">What follows the name of an empty file that says the file is whole; empty: none.</param>
    /// <returns>Name of the file.</returns>
    public string Put(string series, Func<int, string> name, IReadOnlyList<string> keys, Action<Stream, int, string?> write, string marker)
    {
        Make(folder);
        Make(state);
        using var mine = Lock();
        Finish(marker);
        var (last, previous) = Last(series);
        var file = name(last + 1);
        var part = Path.Combine(state, file + Part);
        using (var stream = new FileStream(part, Creating(FileMode.Create)))
        {
            write(stream, last + 1, previous);
            stream.Flush(flushToDisk: true);
        }

        // From here on the file is put down, whoever does it.
        var index = Path.Combine(state, file);
        using (var stream = new FileStream(index + Part + ".keys", Creating(FileMode.Create)))
        {
            stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{series}\n{last + 1}\n{string.Join('\n', keys)}\n")));
            stream.Flush(flushToDisk: true);
        }

        File.Move(index + Part + ".keys", index + Pending);
        Finish(file, marker);
        return file;
    }

    /// <summary>The file of each key; missing where none has it.</summary>
    public Dictionary<string, string> Find(IReadOnlyCollection<string> keys, string marker)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(state)) return found;
        using (Lock()) Finish(marker);
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(state, "*" + Sent))
        {
            foreach (var key in File.ReadLines(path).Skip(2))
                if (wanted.Contains(key)) found[key] = Path.GetFileName(path)[..^Sent.Length];
            if (found.Count == wanted.Count) break;
        }

        return found;
    }

    /// <summary>Keys of a file's rows in order; null when no such file was put down.</summary>
    public IReadOnlyList<string>? Keys(string file)
    {
        var path = Path.Combine(state, Path.GetFileName(file) + Sent);
        return File.Exists(path) ? [.. File.ReadLines(path).Skip(2)] : null;
    }

    /// <summary>Names of the files that were put down, oldest first.</summary>
    public IReadOnlyList<string> Files() => !Directory.Exists(state) ? [] : [.. new DirectoryInfo(state).EnumerateFiles("*" + Sent).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => f.Name[..^Sent.Length])];

    private void Finish(string marker)
    {
        foreach (var path in Directory.EnumerateFiles(state, "*" + Pending)) Finish(Path.GetFileName(path)[..^Pending.Length], marker);
    }

    // The order makes every step safe to repeat: content, then the sign that it is whole, then our own memory of it.
    private void Finish(string file, string marker)
    {
        var (part, target) = (Path.Combine(state, file + Part), Path.Combine(folder, file));
        if (File.Exists(part))
        {
            // Another file system cannot be renamed into: copy under a name that nobody fetches, then rename.
            File.Copy(part, target + ".tmp", overwrite: true);
            File.Move(target + ".tmp", target, overwrite: true);
        }

        if (marker.Length > 0) File.WriteAllBytes(target + marker, []);
        File.Move(Path.Combine(state, file + Pending), Path.Combine(state, file + Sent), overwrite: true);
        File.Delete(part);
    }

    private (int Number, string? File) Last(string series)
    {
        var (number, file) = (0, (string?)null);
        foreach (var path in Directory.EnumerateFiles(state, "*" + Sent))
        {
            var head = File.ReadLines(path).Take(2).ToArray();
            if (head.Length == 2 && head[0] == series && int.Parse(head[1], CultureInfo.InvariantCulture) is var n && n > number) (number, file) = (n, Path.GetFileName(path)[..^Sent.Length]);
        }

        return (number, file);
    }

    private FileStream Lock()
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return new FileStream(Path.Combine(state, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (i < 200)
            {
                Thread.Sleep(20);
            }
        }
    }

    // What lies here is unmasked: the owner's and the group's, from the first moment.
    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute);
    }

    private static FileStreamOptions Creating(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        return options;
    }
}
