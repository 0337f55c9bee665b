using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// A city's JSON service (type <c>city-service</c>): catalogue, department, version and a JSON array of rows, in a SOAP
/// method or a form. The platform takes what is good and says how many were not, without naming them: the rows are asked
/// for where it can be asked, else the batch is sent again in halves (a repeat replaces what is there), in a bounded
/// number of calls.
/// </summary>
public sealed class CityServiceChannel : IReportChannel, ILateVerdicts, IDisposable
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly ChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly CityDialect _dialect;
    private readonly HttpClient _client;
    private readonly SoapCall _soap;
    private readonly AnswerText _text;

    /// <summary>A channel with these settings; nothing connects yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CreditKitException">CK1501 to CK1508: a setting is missing or unsafe.</exception>
    public CityServiceChannel(ChannelOptions options, TimeProvider time)
    {
        ChannelCheck.Common(options);
        (_options, _time) = (options, time);
        _dialect = new CityDialect(options);
        _text = new AnswerText(_dialect.Secret);
        _client = ChannelHttp.Create(options, bearer: _dialect.Authentication == "bearer", _dialect.Form ? "application/json" : "text/xml");
        _soap = new SoapCall(_client, options, time, _dialect.Namespace);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public bool CanLookUp => _dialect.Find.Length > 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        var answers = new ReportAnswer[batch.Count];
        var started = _time.GetTimestamp();
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(i => (batch[i].Operation, batch[i].Kind)))
        {
            int[] rows = group.Key.Operation == ReportOperation.Upsert ? await ClearAsync(batch, answers, [.. group], started, cancellation) : [.. group];
            if (rows.Length > 0) await SendAsync(batch, answers, new CityParcel(rows, _dialect.Splits), started, cancellation);
        }

        return answers;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation)
    {
        var answers = new ReportAnswer?[envelopes.Count];
        var started = _time.GetTimestamp();
        foreach (var group in Enumerable.Range(0, envelopes.Count).GroupBy(i => envelopes[i].Kind))
        {
            int[] rows = [.. group];
            var found = await AskAsync(group.Key, [.. rows.Select(i => envelopes[i])], started, cancellation);
            for (var n = 0; n < rows.Length; n++) answers[rows[n]] = found[n];
        }

        return answers;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var verdicts = new List<LateVerdict>();
        if (_dialect.Feedback.Length == 0) return verdicts;
        var started = _time.GetTimestamp();
        foreach (var kind in new[] { RecordKind.License, RecordKind.Penalty }.Where(_options.Carries))
        {
            var stamp = since.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var (failure, reply) = await CallAsync(_dialect.Feedback, kind, stamp, started, cancellation);
            if (failure is not null || reply is null || !_dialect.Success.Contains(reply.Code)) return null;
            verdicts.AddRange(reply.Rows.Select(row => new LateVerdict
            {
                DocumentNumber = CityReply.Cell(row, "documentNumber"),
                CounterpartName = CityReply.Cell(row, "counterpart"),
                At = _text.Code(CityReply.Cell(row, "at")),
                Answer = ReportAnswer.Rejected(_text.Code(CityReply.Cell(row, "code")), _text.Message(CityReply.Cell(row, "message"))),
            }));
        }

        return verdicts;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task SendAsync(IReadOnlyList<ReportEnvelope> batch, ReportAnswer[] answers, CityParcel parcel, long started, CancellationToken cancellation)
    {
        var (operation, kind) = (batch[parcel.First].Operation, batch[parcel.First].Kind);
        var method = operation == ReportOperation.Upsert ? _dialect.Import : _dialect.Remove;
        while (parcel.Next() is { } rows)
        {
            if (method.Length == 0)
            {
                Fill(rows, ReportAnswer.Rejected("no-removal", "平台没有提供撤下接口，请在平台上撤下该条后登记办理结果。"));
                continue;
            }

            var (failure, reply) = await CallAsync(method, kind, Rows(rows.Select(i => batch[i]), keysOnly: operation == ReportOperation.Withdraw), started, cancellation);
            if (failure is not null)
            {
                Fill(rows, failure.Class != AnswerClass.Rejected ? failure : rows.Length > 1 ? ReportAnswer.Retry(AnswerScope.Call, failure.Code) : failure);
                if (failure.Scope != AnswerScope.Row) break;
                continue;
            }

            var code = _text.Code(reply!.Code);
            if (!_dialect.Success.Contains(reply.Code))
            {
                // The batch as a whole: its form, or the service. A single row that is still refused waits for a person.
                Fill(rows, rows.Length > 1 ? ReportAnswer.Retry(AnswerScope.Call, $"city-{code}") : ReportAnswer.Rejected(code, _text.Message(reply.Message), raw: _text.Raw(reply.Raw)));
                break;
            }

            var failed = reply.Failed ?? (reply is { Total: { } total, Succeeded: { } good } ? total - good : 0);
            if (failed <= 0) Fill(rows, ReportAnswer.Accepted("", raw: rows.Length == 1 ? _text.Raw(reply.Raw) : ""));
            else if (failed >= rows.Length) Fill(rows, ReportAnswer.Rejected(code, reply.Message.Length > 0 ? _text.Message(reply.Message) : "平台退回，未说明原因，请登录平台查看。", raw: _text.Raw(reply.Raw)));
            else if (CanLookUp) Told(rows, await AskAsync(kind, [.. rows.Select(i => batch[i])], started, cancellation), failed, reply);
            else if (!_dialect.RepeatReplaces) Fill(rows, ReportAnswer.Unknown(AnswerScope.Row, "partly-taken"));
            else parcel.Split(rows);
        }

        // What the bounded number of calls did not reach: certainly not sent, or to be replaced by its repeat.
        foreach (var i in parcel.Left) answers[i] ??= ReportAnswer.Retry(AnswerScope.Row, "partly-taken", TimeSpan.Zero);

        // As many rows are missing as the platform refused: these are they, and nothing needs to be sent twice to know it.
        void Told(int[] rows, ReportAnswer?[] found, int failed, CityReply reply)
        {
            var exact = found.Count(f => f is null) == failed && found.All(f => f is null or { Class: AnswerClass.Accepted });
            for (var n = 0; n < rows.Length; n++)
                answers[rows[n]] = exact ? found[n] ?? ReportAnswer.Rejected(_text.Code(reply.Code), _text.Message(reply.Message), raw: _text.Raw(reply.Raw)) : ReportAnswer.Unknown(AnswerScope.Row, "partly-taken");
        }

        void Fill(int[] rows, ReportAnswer answer)
        {
            foreach (var i in rows) answers[i] = answer;
        }
    }

    // A corrected number or name is another row there: the former one goes first. The rows that may be sent now.
    private async Task<int[]> ClearAsync(IReadOnlyList<ReportEnvelope> batch, ReportAnswer[] answers, int[] rows, long started, CancellationToken cancellation)
    {
        var corrected = Array.FindAll(rows, i => batch[i].FormerDocumentNumber is not null);
        if (corrected.Length == 0) return rows;
        var gone = new ReportAnswer[corrected.Length];
        await SendAsync(Array.ConvertAll(corrected, i => batch[i].OfFormer()), gone, new CityParcel([.. Enumerable.Range(0, corrected.Length)], _dialect.Splits), started, cancellation);
        for (var n = 0; n < corrected.Length; n++)
            if (gone[n].Class != AnswerClass.Accepted) answers[corrected[n]] = gone[n];
        return Array.FindAll(rows, i => answers[i] is null);
    }

    private async Task<ReportAnswer?[]> AskAsync(RecordKind kind, ReportEnvelope[] envelopes, long started, CancellationToken cancellation)
    {
        var (failure, reply) = await CallAsync(_dialect.Find, kind, Rows(envelopes, keysOnly: true), started, cancellation);
        if (reply is not null && _dialect.Success.Contains(reply.Code) && reply.Rows.Count == envelopes.Length) return [.. envelopes.Select((e, i) => Found(e, reply.Rows[i]))];
        var silence = failure is { Class: not AnswerClass.Rejected } ? failure : ReportAnswer.Unknown(AnswerScope.Call, "question-not-answered");
        return [.. envelopes.Select(_ => (ReportAnswer?)silence)];
    }

    private async Task<(ReportAnswer? Failure, CityReply? Reply)> CallAsync(string method, RecordKind kind, string body, long started, CancellationToken cancellation)
    {
        var left = _options.Timeout - _time.GetElapsedTime(started);
        if (left <= TimeSpan.Zero) return (ReportAnswer.Retry(AnswerScope.Row, "no-time", neverSent: true), null);
        List<(string, string)> parameters = [("tableCode", _dialect.Table(kind)), ("departmentCode", _dialect.Department), ("tableVersionId", _dialect.Version(kind)), ("body", body), .. Proof()];
        var (failure, text) = _dialect.Form ? await FormAsync(method, parameters, left, cancellation) : await _soap.CallAsync(_dialect.Path, method, parameters, left, cancellation);
        if (failure is not null) return (failure, null);
        if (CityReply.Read(text) is not { } reply) return (ReportAnswer.Unknown(AnswerScope.Call, "malformed-answer"), null);
        if (_dialect.Retry.Contains(reply.Code)) return (ReportAnswer.Retry(AnswerScope.Channel, $"city-{_text.Code(reply.Code)}"), null);

        // The platform's own failure: it may have come after the rows were taken.
        return reply.Code == "500" ? (ReportAnswer.Unknown(AnswerScope.Call, "city-500"), null) : (null, reply);
    }

    private async Task<(ReportAnswer? Failure, string Text)> FormAsync(string method, List<(string Name, string Text)> parameters, TimeSpan left, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(parameters.Select(p => KeyValuePair.Create(p.Name, p.Text)));
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _client.PostAsync(new Uri($"{_dialect.Path}/{method}", UriKind.Relative), form, token), cancellation, within: left);
        return answer.Failure is not null ? (answer.Failure, "") : (null, Encoding.UTF8.GetString(answer.Body));
    }

    private IEnumerable<(string, string)> Proof()
    {
        if (_dialect.Authentication == "parameter") yield return (_dialect.TokenParameter, _dialect.Secret);
        if (_dialect.Authentication != "digest") yield break;
        var stamp = _time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        yield return ("key", _dialect.Key);
        yield return ("timestamp", stamp);
        yield return ("sign", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_dialect.Key + _dialect.Secret + stamp))));
    }

    private static string Rows(IEnumerable<ReportEnvelope> envelopes, bool keysOnly)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartArray();
            foreach (var envelope in envelopes)
            {
                json.WriteStartObject();
                foreach (var cell in envelope.Cells)
                    if (!keysOnly || cell.Column.Field is StandardField.DocumentNumber or StandardField.CounterpartName) json.WriteString(cell.Column.Code, XmlText.Clean(cell.Text));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static ReportAnswer? Found(ReportEnvelope envelope, JsonElement row)
    {
        var there = row.ValueKind == JsonValueKind.Object;
        if (envelope.Operation == ReportOperation.Withdraw) return there ? null : ReportAnswer.Accepted("");
        return there && envelope.Cells.All(c => c.Column.Field == StandardField.None || CityReply.Cell(row, c.Column.Code) == XmlText.Clean(c.Text)) ? ReportAnswer.Accepted("") : null;
    }
}
