namespace CreditKit.Reporting.Channels;

/// <summary>What the roads over files have in common: a folder that nobody else can read, receipts, and rows found again after a crash.</summary>
internal sealed class FileRoad
{
    private readonly ChannelOptions _options;
    private readonly string _marker;
    private readonly AnswerText _text;

    public FileRoad(ChannelOptions options, ChannelSettings settings, string marker, AnswerText text, bool open)
    {
        (_options, _marker, _text) = (options, marker, text);
        var folder = settings.Required("Folder", "文件放到哪个目录");
        Check(folder, open);
        Folder = Path.GetFullPath(folder);
        Receipts = Path.GetFullPath(settings.Text("Receipts", Path.Combine(Folder, "receipts")));
        Files = new SerialFolder(Folder, Path.GetFullPath(settings.Text("StateFolder", Path.Combine(Folder, ".state"))));
    }

    /// <summary>Where the files go.</summary>
    public string Folder { get; }

    /// <summary>Where receipts are read from.</summary>
    public string Receipts { get; }

    /// <summary>The numbered files.</summary>
    public SerialFolder Files { get; }

    /// <summary>Puts a file down with its rows; a full disk or a lost share is tried again.</summary>
    public ReportAnswer[] Put(ReportEnvelope[] rows, string series, Func<int, string> name, Action<Stream, int, string?> write)
    {
        try
        {
            var file = Files.Put(series, name, [.. rows.Select(r => r.Key)], write, _marker);
            return Array.ConvertAll(rows, _ => ReportAnswer.HandedOver(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What was begun is finished or found again; nothing is put down twice.
            return Array.ConvertAll(rows, _ => ReportAnswer.Unknown(AnswerScope.Call, e is UnauthorizedAccessException ? "folder-denied" : "folder-failed"));
        }
    }

    /// <summary>Finds rows again that may have been put down.</summary>
    public IReadOnlyList<ReportAnswer?> Find(IReadOnlyList<ReportEnvelope> envelopes)
    {
        try
        {
            var found = Files.Find([.. envelopes.Select(e => e.Key)], _marker);
            return [.. envelopes.Select(e => found.TryGetValue(e.Key, out var file) ? ReportAnswer.HandedOver(file) : null)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [.. envelopes.Select(_ => (ReportAnswer?)ReportAnswer.Unknown(AnswerScope.Call, "folder-failed"))];
        }
    }

    /// <summary>Puts sheets down as one file; a key that was put down is the same file.</summary>
    public ReportAnswer Put(SheetParcel parcel, string series, Func<int, string> name, Action<Stream, int, string?> write)
    {
        try
        {
            var known = Files.Find([parcel.Key], _marker);
            return ReportAnswer.HandedOver(known.GetValueOrDefault(parcel.Key) ?? Files.Put(series, name, [parcel.Key], write, _marker));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReportAnswer.Unknown(AnswerScope.Call, e is UnauthorizedAccessException ? "folder-denied" : "folder-failed");
        }
    }

    /// <summary>What a receipt says of sheets; null: none has come.</summary>
    public ReportAnswer? Verdict(SheetParcel parcel) => Verdicts(DateTimeOffset.UnixEpoch)?.LastOrDefault(v => v.Key == parcel.Key)?.Answer;

    /// <summary>The verdicts of receipts that came since.</summary>
    public IReadOnlyList<LateVerdict>? Verdicts(DateTimeOffset since)
    {
        try
        {
            if (!Directory.Exists(Receipts)) return [];
            var verdicts = new List<LateVerdict>();
            foreach (var file in new DirectoryInfo(Receipts).EnumerateFiles("*.xml").Where(f => f.LastWriteTimeUtc >= since.UtcDateTime).OrderBy(f => f.LastWriteTimeUtc))
                if (FileReceipt.Read(file.FullName) is { } receipt && Files.Keys(receipt.File) is { } keys) verdicts.AddRange(receipt.Verdicts(keys, _text));
            return verdicts;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Check(string folder, bool open)
    {
        if (Uri.TryCreate(folder, UriKind.Absolute, out var address) && !address.IsFile)
            throw new CreditKitException("CK1503", $"报送通道“{_options.Name}”的目录写成了网络地址 {address.Scheme}://{address.Host}。", "Folder 应为本机目录；要经网络送达的，请用 SFTP 等加密方式同步该目录。");
        if (!open || OperatingSystem.IsWindows() || !Directory.Exists(folder)) return;
        if ((File.GetUnixFileMode(folder) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) != 0)
            throw new CreditKitException("CK1512", $"报送通道“{_options.Name}”的目录 {folder} 对本机所有用户开放。", $"文件含未脱敏内容，请运行 chmod o-rwx {folder}，并让取件程序与本程序同组。");
    }
}
