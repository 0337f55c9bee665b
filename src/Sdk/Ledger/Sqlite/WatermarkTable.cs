namespace CreditKit.Ledger.Sqlite;

/// <summary>The watermarks in ledger.db; sealed, since a column that people chose may hold anything.</summary>
internal sealed class WatermarkTable(LedgerDatabase database) : IWatermarks
{
    private const string Place = "watermark";

    /// <inheritdoc/>
    public string? Find(string source) => database.Read(connection =>
        Sql.Scalar(connection, null, "SELECT value FROM watermark WHERE source = @source", ("@source", source)) is byte[] value ? database.Cipher.Open(value, Place) : null);

    /// <inheritdoc/>
    public void Save(string source, string value) => database.Write((connection, transaction) => Sql.Run(connection, transaction,
        "INSERT INTO watermark (source, value, at) VALUES (@source, @value, @at) ON CONFLICT (source) DO UPDATE SET value = excluded.value, at = excluded.at",
        ("@source", source), ("@value", database.Cipher.Seal(value, Place)), ("@at", database.Now)));
}
