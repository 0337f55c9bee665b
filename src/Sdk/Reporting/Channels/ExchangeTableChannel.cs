using System.Data.Common;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// Exchange tables in a front-end database (前置库, type <c>exchange-table</c>), over any ADO.NET provider: a row per
/// record, which the platform fetches and marks. What is written stands as handed over; the marks are polled. A row is
/// known by the record's id (<c>RECID</c>) or by document number and counterpart, so that a repeat changes nothing.
/// </summary>
public sealed class ExchangeTableChannel : IReportChannel, ILateVerdicts, ISheetChannel
{
    private const int MostVerdicts = 2_000;
    private readonly ChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly ExchangeTableDialect _dialect;
    private readonly ExchangeRows _rows;
    private readonly ExchangeSheets _sheets;
    private readonly Func<DbConnection> _connect;
    private readonly AnswerText _text;

    /// <summary>A channel with these settings; nothing connects yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CreditKitException">CK1501 to CK1509: a setting is missing or unsafe.</exception>
    public ExchangeTableChannel(ChannelOptions options, TimeProvider time)
    {
        ChannelCheck.Common(options);
        (_options, _time) = (options, time);
        _dialect = new ExchangeTableDialect(options);
        foreach (var name in options.Columns.Values.Where(n => n != "-").Concat(options.ExtraColumns.Keys)) ExchangeTableDialect.Identifier(options, "Columns", name);
        _rows = new ExchangeRows(_dialect, options);
        _sheets = new ExchangeSheets(_dialect, options);
        _connect = ExchangeDatabase.Open(options, new ChannelSettings(options, [.. options.Settings.Keys]), out var secrets);
        _text = new AnswerText(secrets);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public bool CanLookUp => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        return await InTransactionAsync<IReadOnlyList<ReportAnswer>>(
            async (connection, limit) => await WriteAsync(connection, batch, limit),
            answer => [.. batch.Select(_ => answer)],
            cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>A row that may be there is written again: it is the same row. Only withdrawals are asked for.</remarks>
    public async Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation) => await InTransactionAsync<IReadOnlyList<ReportAnswer?>>(
        async (connection, limit) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(limit);
            return [.. envelopes.Select(e => e.Operation == ReportOperation.Withdraw && _rows.IsWithdrawn(transaction, e) ? ReportAnswer.Accepted("", Table(e)) : null)];
        },
        answer => [.. envelopes.Select(_ => (ReportAnswer?)(answer.Class == AnswerClass.Retry ? answer : ReportAnswer.Unknown(AnswerScope.Call, answer.Code)))],
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation) => _dialect.StateColumn.Length == 0 ? [] : await InTransactionAsync<IReadOnlyList<LateVerdict>?>(
        async (connection, limit) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(limit);
            var kinds = new[] { RecordKind.License, RecordKind.Penalty }.Where(_options.Carries).SelectMany(k => new[] { _dialect.Table(k, person: false), _dialect.Table(k, person: true) }.Distinct().Select(t => (k, t)));
            return [.. kinds.SelectMany(pair => _rows.Verdicts(transaction, pair.t, pair.k, MostVerdicts, _text))];
        },
        _ => null,
        cancellation);

    /// <inheritdoc/>
    bool ISheetChannel.Carries(SheetKind kind) => _dialect.Carries(kind);

    /// <inheritdoc/>
    Task<ReportAnswer> ISheetChannel.SendSheetsAsync(SheetParcel parcel, CancellationToken cancellation) => InTransactionAsync(
        async (connection, limit) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(limit);
            try
            {
                _sheets.Write(transaction, parcel);
                await transaction.CommitAsync(limit);
            }
            catch (Exception e) when (RowFault.Is(e) && connection.State == System.Data.ConnectionState.Open)
            {
                await transaction.RollbackAsync(limit);
                return Refused(e);
            }

            var table = _dialect.SheetTable(parcel.Kind, 0);
            return _dialect.StateColumn.Length > 0 ? ReportAnswer.HandedOver(table) : ReportAnswer.Accepted("", table);
        },
        answer => answer,
        cancellation);

    /// <inheritdoc/>
    Task<ReportAnswer?> ISheetChannel.SheetVerdictAsync(SheetParcel parcel, CancellationToken cancellation) => InTransactionAsync<ReportAnswer?>(
        async (connection, limit) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(limit);
            return _sheets.Verdict(transaction, parcel, _text);
        },
        answer => answer,
        cancellation);

    private async Task<ReportAnswer[]> WriteAsync(DbConnection connection, IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        await using (var whole = await connection.BeginTransactionAsync(cancellation))
        {
            try
            {
                foreach (var envelope in batch) Write(whole, envelope);
                await whole.CommitAsync(cancellation);
                return [.. batch.Select(Given)];
            }
            catch (Exception e) when (RowFault.Is(e) && connection.State == System.Data.ConnectionState.Open)
            {
                await whole.RollbackAsync(cancellation);
                if (batch.Count == 1) return [Refused(e)];
            }
        }

        // One row does not fit and the others went back with it: each by itself then.
        var answers = new ReportAnswer[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            await using var single = await connection.BeginTransactionAsync(cancellation);
            try
            {
                Write(single, batch[i]);
                await single.CommitAsync(cancellation);
                answers[i] = Given(batch[i]);
            }
            catch (Exception e) when (RowFault.Is(e) && connection.State == System.Data.ConnectionState.Open)
            {
                await single.RollbackAsync(cancellation);
                answers[i] = Refused(e);
            }
        }

        return answers;
    }

    private void Write(DbTransaction transaction, ReportEnvelope envelope)
    {
        if (envelope.Operation == ReportOperation.Upsert)
        {
            // Known by its number and name, a corrected row would stand beside the former one.
            if (_dialect.ByDocument && envelope.FormerDocumentNumber is not null) _rows.Withdraw(transaction, envelope.OfFormer());
            _rows.Upsert(transaction, envelope);
        }
        else _rows.Withdraw(transaction, envelope);
    }

    // With a state column the platform's word comes later; without one the table is all there is.
    private ReportAnswer Given(ReportEnvelope envelope) => _dialect.StateColumn.Length > 0 && envelope.Operation == ReportOperation.Upsert ? ReportAnswer.HandedOver(Table(envelope)) : ReportAnswer.Accepted("", Table(envelope));

    private string Table(ReportEnvelope envelope) => _dialect.Table(envelope.Kind, envelope.Person);

    private ReportAnswer Refused(Exception fault) => fault is RowsException
        ? ReportAnswer.Rejected("rows", fault.Message)
        : ReportAnswer.Rejected($"sql-{(fault as DbException)?.SqlState ?? fault.GetType().Name}", _text.Message($"前置库退回：{FirstLine(fault.Message)}"));

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];

    private async Task<T> InTransactionAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, Func<ReportAnswer, T> failed, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        await using var connection = _connect();
        try
        {
            await connection.OpenAsync(both.Token);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException or OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return failed(ReportAnswer.Retry(AnswerScope.Channel, e is DbException { SqlState.Length: > 0 } known ? $"database-{known.SqlState}" : "database-not-reached", neverSent: true));
        }

        try
        {
            return await work(connection, both.Token);
        }
        catch (OperationCanceledException)
        {
            return failed(ReportAnswer.Unknown(AnswerScope.Call, "timeout"));
        }
        catch (DbException e)
        {
            // Broken in the middle: a commit may have come through. Writing the same row again is the same row.
            return failed(ReportAnswer.Unknown(AnswerScope.Call, e.SqlState is { Length: > 0 } state ? $"database-{state}" : "database-lost"));
        }
    }
}
