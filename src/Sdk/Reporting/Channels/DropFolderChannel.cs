using System.Globalization;
using System.Text;
using System.Xml;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// XML files in a folder that the platform fetches from, as FTP exchanges do (type <c>drop-folder</c>):
/// <c>CODE_yyyyMMdd_00001.xml</c>, numbered by code and day, whole as soon as it has its name, followed by an empty
/// <c>.done</c> file. The first run carries everything, later ones what changed. Receipts are read from a folder.
/// </summary>
public sealed class DropFolderChannel : IReportChannel, ILateVerdicts, IFileRoad, ISheetChannel
{
    private static readonly XmlWriterSettings s_xml = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize };
    private readonly ChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly FileRoad _road;
    private readonly string _license, _penalty, _withdrawal, _catalogue, _list;

    /// <summary>A channel with these settings; nothing is written yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CreditKitException">CK1501 to CK1512: a setting is missing or unsafe.</exception>
    public DropFolderChannel(ChannelOptions options, TimeProvider time)
    {
        ChannelCheck.Common(options);
        (_options, _time) = (options, time);
        var settings = new ChannelSettings(options, "Folder", "Receipts", "StateFolder", "LicenseCode", "PenaltyCode", "WithdrawalSuffix", "DoneMarker", "CatalogueCode", "ListCode");
        (_license, _penalty, _withdrawal) = (settings.XmlName("LicenseCode", "XZXK"), settings.XmlName("PenaltyCode", "XZCF"), settings.XmlName("WithdrawalSuffix", "CX"));
        (_catalogue, _list) = (settings.Text("CatalogueCode") is { Length: > 0 } ? settings.XmlName("CatalogueCode", "") : "", settings.Text("ListCode") is { Length: > 0 } ? settings.XmlName("ListCode", "") : "");
        _road = new FileRoad(options, settings, settings.Text("DoneMarker", ".done"), new AnswerText(options.Token), open: true);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    FileRoad IFileRoad.Road => _road;

    /// <inheritdoc/>
    public bool CanLookUp => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        var answers = new ReportAnswer[batch.Count];
        var day = _time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(i => (batch[i].Operation, batch[i].Kind)))
        {
            int[] rows = [.. group];
            ReportEnvelope[] envelopes = [.. rows.Select(i => batch[i])];
            var former = Array.FindAll(envelopes, e => e.FormerDocumentNumber is not null);
            if (group.Key.Operation == ReportOperation.Upsert && former.Length > 0)
            {
                // A corrected number or name is another row there: the former one is taken down by a file of its own.
                var gone = await SendAsync(Array.ConvertAll(former, e => e.OfFormer()), cancellation);
                if (gone.FirstOrDefault(g => g.Class != AnswerClass.Accepted) is { } failed)
                {
                    foreach (var i in rows) answers[i] = failed;
                    continue;
                }
            }

            var code = group.Key.Kind == RecordKind.License ? _license : _penalty;
            if (group.Key.Operation == ReportOperation.Withdraw) code += _withdrawal;
            var series = $"{code}_{day}";
            var given = _road.Put(envelopes, series, number => string.Create(CultureInfo.InvariantCulture, $"{series}_{number:D5}.xml"), (stream, _, _) => Write(stream, envelopes));
            for (var n = 0; n < rows.Length; n++) answers[rows[n]] = given[n];
        }

        return answers;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation) => Task.FromResult(_road.Find(envelopes));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(_road.Verdicts(since));

    /// <inheritdoc/>
    bool ISheetChannel.Carries(SheetKind kind) => Code(kind).Length > 0;

    /// <inheritdoc/>
    Task<ReportAnswer> ISheetChannel.SendSheetsAsync(SheetParcel parcel, CancellationToken cancellation)
    {
        var series = $"{Code(parcel.Kind)}_{_time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        return Task.FromResult(_road.Put(parcel, series, number => SheetFiles.Name(series, number, "xml"), (stream, _, _) => SheetFiles.Write(stream, parcel)));
    }

    /// <inheritdoc/>
    Task<ReportAnswer?> ISheetChannel.SheetVerdictAsync(SheetParcel parcel, CancellationToken cancellation) => Task.FromResult(_road.Verdict(parcel));

    private string Code(SheetKind kind) => kind == SheetKind.Catalogue ? _catalogue : _list;

    private static void Write(Stream stream, ReportEnvelope[] envelopes)
    {
        using var xml = XmlWriter.Create(stream, s_xml);
        RowData.Write(xml, envelopes, _ => true);
    }
}
