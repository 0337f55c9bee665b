using System.Globalization;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// Packages for a disc or another secure medium (其他安全介质, type <c>package</c>): an encrypted archive with the national
/// Excel or XML files and a manifest with checksums, numbered without gaps. It stands as handed over until its receipt is
/// typed in or imported (<c>creditkit receipt</c>).
/// </summary>
public sealed class PackageChannel : IReportChannel, ILateVerdicts, IFileRoad, ISheetChannel
{
    private const int ShortestPassword = 12;
    private readonly ChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly FileRoad _road;
    private readonly PackageWriter _writer;
    private readonly string _sender;

    /// <summary>A channel with these settings; nothing is written yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CreditKitException">CK1501 to CK1512: a setting is missing or unsafe.</exception>
    public PackageChannel(ChannelOptions options, TimeProvider time)
    {
        ChannelCheck.Common(options);
        ChannelCheck.Password(options, options.Token);
        if (options.Token.Length < ShortestPassword)
            throw new CreditKitException("CK1504", $"报送通道“{options.Name}”的压缩包口令不足 {ShortestPassword} 个字符。", $"请在环境变量 ShuangGongShi__Channels__{options.Name}__Token 中设置更长的随机口令，并另行告知接收方。");
        (_options, _time) = (options, time);
        var settings = new ChannelSettings(options, "Folder", "Receipts", "StateFolder", "Sender", "Format");
        _sender = settings.XmlName("Sender", "SGS");
        _writer = new PackageWriter(options, settings.OneOf("Format", "xlsx", "xlsx", "xml") == "xml", _sender);
        _road = new FileRoad(options, settings, "", new AnswerText(options.Token), open: false);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    FileRoad IFileRoad.Road => _road;

    /// <inheritdoc/>
    public bool CanLookUp => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();

        // A corrected number or name is another row there: the former one is taken down by the same package.
        ReportEnvelope[] rows = [.. batch, .. batch.Where(e => e.FormerDocumentNumber is not null && e.Operation == ReportOperation.Upsert).Select(e => e.OfFormer())];
        var answers = _road.Put(rows, "package",
            number => FileName(now, number),
            (stream, number, previous) => _writer.Write(stream, number, previous is null ? null : Path.Combine(_road.Folder, previous), rows, now));
        return Task.FromResult<IReadOnlyList<ReportAnswer>>(answers[..batch.Count]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation) => Task.FromResult(_road.Find(envelopes));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(_road.Verdicts(since));

    /// <inheritdoc/>
    bool ISheetChannel.Carries(SheetKind kind) => true;

    /// <inheritdoc/>
    Task<ReportAnswer> ISheetChannel.SendSheetsAsync(SheetParcel parcel, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return Task.FromResult(_road.Put(parcel, "package", number => FileName(now, number),
            (stream, number, previous) => _writer.Write(stream, number, previous is null ? null : Path.Combine(_road.Folder, previous), parcel, now)));
    }

    /// <inheritdoc/>
    Task<ReportAnswer?> ISheetChannel.SheetVerdictAsync(SheetParcel parcel, CancellationToken cancellation) => Task.FromResult(_road.Verdict(parcel));

    private string FileName(DateTimeOffset now, int number) => string.Create(CultureInfo.InvariantCulture, $"{_sender}_{now.ToOffset(TimeSpan.FromHours(8)):yyyyMMdd}_{number:D5}.zip");
}
