namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Tables of public.db. It is a projection: another version is not migrated but rebuilt. A record's key is its decision
/// day and then its arrival, so that newest first is the order of the tables themselves. Days are day numbers, instants
/// Unix milliseconds; a record without an end in law ends at 2147483647.
/// </summary>
internal static class PublicSchema
{
    /// <summary>Stored in <c>user_version</c>.</summary>
    public const int Version = 2;

    /// <summary>Bits of the key below the decision day.</summary>
    public const int ArrivalBits = 40;

    /// <summary>The half of the key that says in which order the records came.</summary>
    public const long ArrivalMask = (1L << ArrivalBits) - 1;

    public const string Tables = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

        -- One row per combination of filter values, with the number of its records that end after meta.live_day.
        CREATE TABLE combo (
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, authority TEXT NOT NULL, category TEXT NOT NULL, severity INTEGER NOT NULL,
            subject INTEGER NOT NULL, status INTEGER NOT NULL, timing INTEGER NOT NULL, live INTEGER NOT NULL DEFAULT 0,
            UNIQUE (kind, authority, category, severity, subject, status, timing));
        CREATE TABLE tally (ends INTEGER NOT NULL, combo INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (ends, combo)) WITHOUT ROWID;
        CREATE TABLE added (month INTEGER NOT NULL, ends INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (month, ends)) WITHOUT ROWID;

        -- The narrow table that lists walk; what a list shows; what a page shows. The wide ones are kept in the order of
        -- arrival: an import then appends to them, instead of touching a page per record all over the file.
        CREATE TABLE item (key INTEGER PRIMARY KEY, combo INTEGER NOT NULL, appears INTEGER NOT NULL, ends INTEGER NOT NULL, published INTEGER NOT NULL, sequence INTEGER NOT NULL);
        -- All that a list asks of a row: walking it touches no other page.
        CREATE INDEX item_listed ON item (combo, key, appears, ends, published);
        CREATE INDEX item_appears ON item (appears);
        CREATE INDEX item_sequence ON item (sequence);
        CREATE INDEX item_ends ON item (ends) WHERE ends < 2147483647;
        CREATE TABLE line (arrival INTEGER PRIMARY KEY, row BLOB NOT NULL);
        CREATE TABLE document (arrival INTEGER PRIMARY KEY, body BLOB NOT NULL);
        CREATE TABLE shape (id INTEGER PRIMARY KEY, field TEXT NOT NULL, grp TEXT NOT NULL, label TEXT NOT NULL);

        CREATE TABLE address (id TEXT PRIMARY KEY, key INTEGER NOT NULL, revision INTEGER NOT NULL, sequence INTEGER NOT NULL, subject TEXT) WITHOUT ROWID;
        CREATE TABLE subject (code TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (code, key)) WITHOUT ROWID;
        CREATE TABLE tombstone (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX tombstone_sequence ON tombstone (sequence);
        CREATE TABLE notice (id TEXT PRIMARY KEY, number TEXT NOT NULL, authority TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL, ends INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX notice_at ON notice (at);

        CREATE VIRTUAL TABLE words USING fts5 (single, pair, facet, content = '', contentless_delete = 1, tokenize = 'ascii');
        """;

    /// <summary>Made where they are missing; they change no row.</summary>
    public const string LaterParts = """
        DROP INDEX IF EXISTS item_combo;
        CREATE INDEX IF NOT EXISTS item_listed ON item (combo, key, appears, ends, published);
        CREATE INDEX IF NOT EXISTS tombstone_at ON tombstone (at);

        -- Pages of released attachments, in pieces; part 0 and up, page 1 and up. Reached only through a visible record that names them.
        CREATE TABLE IF NOT EXISTS piece (
            arrival INTEGER NOT NULL, attachment TEXT NOT NULL, page INTEGER NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (arrival, attachment, page, part));
        """;

    /// <summary>
    /// A large hash: a batch becomes one piece of the index. Pieces are joined 32 at a time, so that a large import writes
    /// each posting twice and not four times; the quiet hours join the rest. Never at once: that would hold the write lock.
    /// </summary>
    public const string IndexTuning = """
        INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
        INSERT INTO words (words, rank) VALUES ('automerge', 32);
        INSERT INTO words (words, rank) VALUES ('crisismerge', 500);
        """;
}
