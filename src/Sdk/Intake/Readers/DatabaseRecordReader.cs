using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;

namespace CreditKit.Intake.Readers;

/// <summary>The rows of a query under its column names, in the order of the watermark, from where the last run ended.</summary>
internal sealed class DatabaseRecordReader : IRecordReader
{
    private readonly string _name;
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly ConcurrentQueue<(int Row, string Value)> _marks = new();
    private readonly int _mark = -1;
    private readonly DbDataReader _reader;
    private bool _opened;
    private int _number;

    private DatabaseRecordReader(string name, DatabaseSourceOptions options, DbConnection connection, string? since)
    {
        (_name, _connection) = (name, connection);
        connection.Open();
        _command = connection.CreateCommand();
        _command.CommandText = Compose(options, since is not null);
        _command.CommandTimeout = (int)Math.Clamp(options.Timeout.TotalSeconds, 1, int.MaxValue);
        if (since is not null)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = options.Parameter;
            parameter.Value = Watermark.Read(since, options);
            _command.Parameters.Add(parameter);
        }

        _reader = _command.ExecuteReader();
        Headings = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName)];
        if (options.Watermark is not { } column) return;
        _mark = Headings.ToList().FindIndex(h => h.Equals(Bare(column), StringComparison.OrdinalIgnoreCase));
        if (_mark < 0) throw new RecordFileException("CK1424", $"数据源 {name} 的查询结果中没有水位列“{column}”。", "请把水位列也放进查询，或者改正 Watermark。");
    }

    public string? Sheet => null;

    public IReadOnlyList<string> Headings { get; }

    public int HeadingRow => 0;

    /// <summary>Opens a source.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="since">The stored watermark; null: from the beginning.</param>
    /// <exception cref="RecordFileException">CK1421 to CK1424: provider, settings, connection or query are wrong. The message holds no connection string.</exception>
    public static DatabaseRecordReader Open(string name, DatabaseSourceOptions options, string? since)
    {
        if (string.IsNullOrWhiteSpace(options.Query) || options.Query.Contains(';'))
            throw new RecordFileException("CK1423", $"数据源 {name} 的 Query 为空，或者含有分号。", "写一个表名、视图名，或者一条不带 ORDER BY 的 SELECT。");
        var connection = DatabaseProviders.Find(options.Provider, options.ProviderAssembly).CreateConnection()
            ?? throw new RecordFileException("CK1422", $"驱动“{options.Provider}”不能建立连接。", "请换用支持 ADO.NET 连接的驱动。");
        try
        {
            connection.ConnectionString = options.ConnectionString;
            return new DatabaseRecordReader(name, options, connection, options.Watermark is null ? null : since);
        }
        catch (Exception e)
        {
            connection.Dispose();
            throw e is RecordFileException or not (DbException or ArgumentException or InvalidOperationException or IOException or System.Net.Sockets.SocketException or TimeoutException) ? e : Fault(name, e);
        }
    }

    public bool NextSection() => !_opened && (_opened = true);

    public bool Read(out RawRow row)
    {
        try
        {
            if (!_reader.Read())
            {
                row = default;
                return false;
            }

            var cells = new string[Headings.Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = _reader.IsDBNull(i) ? "" : Text(_reader.GetValue(i));
            _number++;
            if (_mark >= 0 && !_reader.IsDBNull(_mark) && Watermark.Write(_reader.GetValue(_mark)) is { } value) _marks.Enqueue((_number, value));
            row = new RawRow(_number, cells);
            return true;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            throw Fault(_name, e);
        }
    }

    /// <summary>The watermark of the last row up to <paramref name="row"/>, which is durable now; null when there is none since the last call.</summary>
    public string? MarkUpTo(int row)
    {
        string? last = null;
        while (_marks.TryPeek(out var mark) && mark.Row <= row && _marks.TryDequeue(out mark)) last = mark.Value;
        return last;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    // The source's own words may hold data or a password; its class and state are enough to find the fault.
    private static RecordFileException Fault(string name, Exception e) => new("CK1423",
        $"数据源 {name} 无法读取（{e.GetType().Name}{(e is DbException { SqlState: { } state } ? $" {state}" : "")}）。", "请核对连接串、网络、账号的查询权限，以及 Query 中的表名和列名。", e);

    private static string Compose(DatabaseSourceOptions options, bool since)
    {
        var query = options.Query.Trim();
        var from = query.Any(char.IsWhiteSpace) ? $"({query})" : query;
        if (options.Watermark is not { } column) return $"SELECT * FROM {from} q";
        // A row without a watermark would be lost for good: it is read every time and found unchanged.
        return $"SELECT * FROM {from} q{(since ? $" WHERE q.{column} >= {options.Parameter} OR q.{column} IS NULL" : "")} ORDER BY q.{column}";
    }

    private static string Bare(string column) => column.Trim('"', '[', ']', '`');

    private static string Text(object value) => value switch
    {
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "是" : "否",
        byte[] => "",
        string[] texts => string.Join('；', texts),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
