using CreditKit.Desensitization;

namespace CreditKit.Publication.Sqlite;

/// <summary>Pages of attachments in public.db: the writing side. They come before the record that names them and go in the transaction in which it goes.</summary>
internal sealed class PieceTable(NativeConnection connection)
{
    private readonly NativeStatement _any = connection.Prepare("SELECT EXISTS (SELECT 1 FROM piece)");
    private readonly NativeStatement _has = connection.Prepare("SELECT 1 FROM piece WHERE arrival = ?1 AND attachment = ?2 AND page = ?3 AND part = ?4");
    private readonly NativeStatement _add = connection.Prepare("INSERT INTO piece VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
    private readonly NativeStatement _names = connection.Prepare("SELECT DISTINCT attachment FROM piece WHERE arrival = ?1");
    private readonly NativeStatement _remove = connection.Prepare("DELETE FROM piece WHERE arrival = ?1 AND attachment = ?2");

    /// <summary>There are pages at all: most columns have none, and an import must not pay for them.</summary>
    public bool Any
    {
        get
        {
            var any = _any.Step() && _any.Int64(0) != 0;
            _any.Reset();
            return any;
        }
    }

    public bool Has(long arrival, string attachment, int page, int part)
    {
        var has = _has.Bind(1, arrival).Bind(2, attachment).Bind(3, page).Bind(4, part).Step();
        _has.Reset();
        return has;
    }

    public void Add(long arrival, string attachment, int page, int part, ReadOnlySpan<byte> content) =>
        _add.Bind(1, arrival).Bind(2, attachment).Bind(3, page).Bind(4, part).BindBlob(5, content).Run();

    /// <summary>Removes the pages of a record that its present form does not name; all of them where it has none. What is removed is overwritten.</summary>
    public void Keep(long arrival, PublicRecord? record)
    {
        List<string>? gone = null;
        for (_names.Bind(1, arrival); _names.Step();)
            if (_names.Text(0) is var name && record?.Attachments.Any(a => a.Id == name) != true) (gone ??= []).Add(name);
        if (gone is null) return;
        connection.Execute("PRAGMA secure_delete = ON");
        foreach (var name in gone) _remove.Bind(1, arrival).Bind(2, name).Run();
        connection.Execute("PRAGMA secure_delete = OFF");
    }
}
