using System.Globalization;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// The SOAP services of 信用中国 as provinces still run them (type <c>soap-xml</c>): <c>importPermissionXml</c> and
/// <c>importPenalyXml</c> with a token and a ROWDATA document. The service knows no key: it has a row by document number
/// and counterpart. Settings name everything that differs between provinces; an operation that a province does not offer
/// is left empty, and then withdrawals, or rows whose answer was lost, wait for a person.
/// </summary>
public sealed class SoapXmlChannel : IReportChannel, ILateVerdicts, IDisposable
{
    private readonly ChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly SoapCall _soap;
    private readonly SoapDialect _dialect;
    private readonly AnswerText _text;

    /// <summary>A channel with these settings; nothing connects yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CreditKitException">CK1501 to CK1508: a setting is missing or unsafe.</exception>
    public SoapXmlChannel(ChannelOptions options, TimeProvider time)
    {
        ChannelCheck.Common(options);
        (_options, _time) = (options, time);
        _dialect = new SoapDialect(options);
        _text = new AnswerText(_dialect.Token);
        _client = ChannelHttp.Create(options, bearer: false, "text/xml");
        _soap = new SoapCall(_client, options, time, _dialect.Namespace);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public bool CanLookUp => _dialect.CanFind;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        var answers = new ReportAnswer[batch.Count];
        var started = _time.GetTimestamp();
        ReportAnswer? down = null;
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(i => (batch[i].Operation, batch[i].Kind)))
        {
            int[] rows = [.. group];
            var left = _options.Timeout - _time.GetElapsedTime(started);
            if (down is not null || left <= TimeSpan.Zero)
            {
                foreach (var i in rows) answers[i] = ReportAnswer.Retry(down is null ? AnswerScope.Row : AnswerScope.Channel, down?.Code ?? "no-time", down?.RetryAfter, neverSent: true);
                continue;
            }

            var given = await SendAsync(group.Key.Operation, group.Key.Kind, [.. rows.Select(i => batch[i])], left, cancellation);
            for (var n = 0; n < rows.Length; n++) answers[rows[n]] = given[n];
            if (given[0] is { Scope: AnswerScope.Channel } failed) down = failed;
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
            var left = _options.Timeout - _time.GetElapsedTime(started);
            var (failure, reply) = left > TimeSpan.Zero
                ? await CallAsync(group.Key, _dialect.Find(group.Key), RowData.WriteKeys(rows.Select(i => envelopes[i])), left, cancellation)
                : (ReportAnswer.Unknown(AnswerScope.Row, "no-time"), null);
            for (var n = 0; n < rows.Length; n++) answers[rows[n]] = Found(envelopes[rows[n]], n, rows.Length, failure, reply);
        }

        return answers;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var verdicts = new List<LateVerdict>();
        foreach (var kind in new[] { RecordKind.License, RecordKind.Penalty })
        {
            if (_dialect.Feedback(kind) is not { Length: > 0 } operation || !_options.Carries(kind)) continue;
            var stamp = since.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var (failure, reply) = await CallAsync(kind, operation, stamp, _options.Timeout / 2, cancellation);
            if (failure is not null || reply is null || !_dialect.Success.Contains(reply.Code)) return null;
            foreach (var row in reply.Rows)
            {
                string Part(string name) => row.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
                verdicts.Add(new LateVerdict { Number = Part("id"), At = _text.Code(Part("at")), Answer = ReportAnswer.Rejected(_text.Code(Part("code")), _text.Message(Part("message"))) });
            }
        }

        return verdicts;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<ReportAnswer[]> SendAsync(ReportOperation operation, RecordKind kind, ReportEnvelope[] rows, TimeSpan left, CancellationToken cancellation)
    {
        // A corrected number or name is another row there: the former one goes first.
        var corrected = Array.FindAll(rows, r => r.FormerDocumentNumber is not null);
        if (operation == ReportOperation.Upsert && corrected.Length > 0)
        {
            var started = _time.GetTimestamp();
            var removed = await SendAsync(ReportOperation.Withdraw, kind, Array.ConvertAll(corrected, r => r.OfFormer()), left, cancellation);
            left -= _time.GetElapsedTime(started);
            var gone = corrected.Zip(removed).Where(p => p.Second.Class == AnswerClass.Accepted).Select(p => p.First).ToHashSet();
            ReportEnvelope[] rest = left > TimeSpan.Zero ? Array.FindAll(rows, r => r.FormerDocumentNumber is null || gone.Contains(r)) : [];
            var given = rest.Length > 0 ? await ImportAsync(operation, kind, rest, left, cancellation) : [];
            var answers = rest.Zip(given).Concat(corrected.Zip(removed).Where(p => !gone.Contains(p.First))).ToDictionary();
            return Array.ConvertAll(rows, r => answers.GetValueOrDefault(r) ?? ReportAnswer.Retry(AnswerScope.Row, "no-time"));
        }

        return await ImportAsync(operation, kind, rows, left, cancellation);
    }

    private async Task<ReportAnswer[]> ImportAsync(ReportOperation operation, RecordKind kind, ReportEnvelope[] rows, TimeSpan left, CancellationToken cancellation)
    {
        var name = operation == ReportOperation.Upsert ? _dialect.Import(kind) : _dialect.Remove(kind);
        if (name.Length == 0) return Array.ConvertAll(rows, _ => ReportAnswer.Rejected("no-removal", "平台没有提供撤下接口，请在平台上撤下该条后登记办理结果。"));
        var xml = operation == ReportOperation.Upsert ? RowData.Write(rows) : RowData.WriteKeys(rows);
        var (failure, reply) = await CallAsync(kind, name, xml, left, cancellation);
        if (failure is { Class: AnswerClass.Rejected }) return Array.ConvertAll(rows, _ => rows.Length > 1 ? ReportAnswer.Retry(AnswerScope.Call, failure.Code) : failure);
        if (failure is not null) return Array.ConvertAll(rows, _ => failure);
        return Answers(operation, rows.Length, reply!);
    }

    private async Task<(ReportAnswer? Failure, SoapReply? Reply)> CallAsync(RecordKind kind, string operation, string text, TimeSpan left, CancellationToken cancellation)
    {
        var (failure, body) = await _soap.CallAsync(_dialect.Path(kind), operation, [(_dialect.TokenParameter, _dialect.Token), (_dialect.TextParameter, text)], left, cancellation);
        if (failure is not null) return (failure, null);
        if (SoapReply.Read(body) is not { } reply) return (ReportAnswer.Unknown(AnswerScope.Call, "malformed-answer"), null);
        return _dialect.Retry.Contains(reply.Code) ? (ReportAnswer.Retry(AnswerScope.Channel, $"soap-{_text.Code(reply.Code)}"), null) : (null, reply);
    }

    // One bad row hides the others: the reply names the first one and nothing of the batch was taken. It waits for a
    // person, the others are due again at once.
    private ReportAnswer[] Answers(ReportOperation operation, int rows, SoapReply reply)
    {
        var answers = new ReportAnswer[rows];
        var raw = _text.Raw(reply.Raw);
        if (_dialect.Success.Contains(reply.Code))
        {
            if (reply.Ids.Count != rows && operation == ReportOperation.Upsert) Array.Fill(answers, ReportAnswer.Unknown(AnswerScope.Call, "ids-miscounted"));
            else for (var i = 0; i < rows; i++) answers[i] = ReportAnswer.Accepted(i < reply.Ids.Count ? _text.Code(reply.Ids[i]) : "", raw: rows == 1 ? raw : "");
            return answers;
        }

        var bad = reply.Line is { } line && line >= 1 && line <= rows ? line - 1 : rows == 1 ? 0 : -1;
        var code = _text.Code(reply.Code);
        Array.Fill(answers, bad < 0 ? ReportAnswer.Retry(AnswerScope.Call, $"soap-{code}") : ReportAnswer.Retry(AnswerScope.Row, "batch-refused", TimeSpan.Zero));
        if (bad >= 0) answers[bad] = ReportAnswer.Rejected(code, reply.Message.Length > 0 ? _text.Message(reply.Message) : $"平台退回该行，返回码 {code}。", raw: raw);
        return answers;
    }

    private ReportAnswer? Found(ReportEnvelope envelope, int at, int asked, ReportAnswer? failure, SoapReply? reply)
    {
        if (failure is not null) return failure.Class == AnswerClass.Rejected ? ReportAnswer.Unknown(AnswerScope.Call, failure.Code) : failure;
        if (reply is null || !_dialect.Success.Contains(reply.Code) || reply.Ids.Count != asked) return ReportAnswer.Unknown(AnswerScope.Call, "question-not-answered");
        var id = reply.Ids[at];
        if (envelope.Operation == ReportOperation.Withdraw) return id.Length == 0 ? ReportAnswer.Accepted("") : null;
        if (id.Length == 0) return null;

        // The row is there: in this revision, or in an earlier one that a repeat replaces.
        var same = reply.Rows.Count == asked ? RowData.Same(envelope, reply.Rows[at]) : envelope.Revision == 1;
        return same ? ReportAnswer.Accepted(_text.Code(id)) : null;
    }
}
