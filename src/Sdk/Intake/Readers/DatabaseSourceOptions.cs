namespace CreditKit.Intake.Readers;

/// <summary>A database that approval or penalty systems write to, section <c>ShuangGongShi:Sources:NAME</c> (数据库对接, 阳泉 六 mode 1).</summary>
public sealed class DatabaseSourceOptions
{
    /// <summary>ADO.NET provider: <c>sqlite</c>, <c>npgsql</c>, or the invariant name of one that is registered or loaded from <see cref="ProviderAssembly"/>.</summary>
    public string Provider { get; set; } = "";

    /// <summary>File of the provider's assembly, for one that the program does not bring; null: none needed.</summary>
    public string? ProviderAssembly { get; set; }

    /// <summary>Connection string. Keep passwords in the environment (<c>ShuangGongShi__Sources__NAME__ConnectionString</c>). Never logged.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>A table, a view, or a <c>SELECT</c> without ORDER BY; its column names are matched like the headings of a file.</summary>
    public string Query { get; set; } = "";

    /// <summary>
    /// Column that grows with every change of a row (a time of change, a row version, a sequence). Null: everything is read
    /// every time.
    /// </summary>
    public string? Watermark { get; set; }

    /// <summary>How the provider writes a parameter.</summary>
    /// <value>Default <c>@watermark</c>; Oracle and Dameng take <c>:watermark</c>.</value>
    public string Parameter { get; set; } = "@watermark";

    /// <summary>How far a watermark of time is read again, for rows that were committed late. Default 5 minutes.</summary>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The same for a watermark that is a number. Default 1,000.</summary>
    public long OverlapNumber { get; set; } = 1_000;

    /// <summary>Import profile (JSON), relative to the data folder; null: columns are matched by their names.</summary>
    public string? Profile { get; set; }

    /// <summary>How often the site reads it; zero: only <c>creditkit pull</c> does. Default zero, at least one second.</summary>
    public TimeSpan Every { get; set; }

    /// <summary>Longest time for the query to answer. Default 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    internal DatabaseSourceOptions With(string assembly)
    {
        var copy = (DatabaseSourceOptions)MemberwiseClone();
        copy.ProviderAssembly = assembly;
        return copy;
    }
}
