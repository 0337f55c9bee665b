using System.Text.Json;
using CreditKit.Catalog;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The catalogue's editions in ledger.db: every version is a row and stays.</summary>
internal sealed class CatalogTable(LedgerDatabase database) : ICatalogStore, IDisposable
{
    private const string Place = "catalogue";
    private readonly AuditTable _audit = new(database);
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private Statement? _version;

    /// <inheritdoc/>
    public long Version
    {
        get
        {
            // Asked for every record: on a connection that stays open.
            lock (_gate)
            {
                if (_version is null)
                {
                    _connection = database.OpenReader();
                    _version = new(_connection, "SELECT COALESCE(MAX(sequence), 0) FROM catalogue");
                }

                return (long)_version.Scalar()!;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<CatalogEdition> Load() => Read("SELECT content FROM catalogue c WHERE version = (SELECT MAX(version) FROM catalogue WHERE edition = c.edition) ORDER BY sequence", null);

    /// <inheritdoc/>
    public IReadOnlyList<CatalogEdition> History(string id) => Read("SELECT content FROM catalogue WHERE edition = @id ORDER BY version", id);

    /// <inheritdoc/>
    public CatalogEdition Save(CatalogEdition edition, string actor) => database.Write((connection, transaction) =>
    {
        var last = Sql.Scalar(connection, transaction, "SELECT MAX(version) FROM catalogue WHERE edition = @id", ("@id", edition.Id)) as long? ?? 0;
        var saved = edition with { Version = (int)last + 1 };
        Sql.Run(connection, transaction, "INSERT INTO catalogue (edition, version, content, actor, at) VALUES (@id, @version, @content, @actor, @at)",
            ("@id", saved.Id), ("@version", saved.Version), ("@content", database.Cipher.Seal(JsonSerializer.Serialize(saved, CatalogJson.Plain.CatalogEdition), Place)), ("@actor", actor), ("@at", database.Now));

        // Every record is decided anew by the feed that every process follows; who sees these entries sees the edition too.
        Sql.Run(connection, transaction, "INSERT INTO change (record_id) SELECT id FROM record WHERE data_key IS NOT NULL");
        _audit.Append(connection, transaction, actor, "catalogue", "saved", null, $"edition={saved.Id} version={saved.Version} items={saved.Items.Count}");
        return saved;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _version?.Dispose();
            _connection?.Dispose();
        }
    }

    private List<CatalogEdition> Read(string sql, string? id) => database.Read(connection =>
        Sql.List(connection, reader => JsonSerializer.Deserialize(database.Cipher.Open((byte[])reader.GetValue(0), Place), CatalogJson.Plain.CatalogEdition)!,
            sql, id is null ? [] : [("@id", id)]));
}
