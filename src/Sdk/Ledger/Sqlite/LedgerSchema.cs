namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// Tables of ledger.db, version by version; <c>user_version</c> says which it has. Clear columns hold codes, dates,
/// states and keyed hashes only; whatever a person wrote is in an encrypted blob. Instants are Unix milliseconds, legal
/// dates day numbers.
/// </summary>
internal static class LedgerSchema
{
    /// <summary>Forward migrations; the n-th leads to version n + 1.</summary>
    public static readonly string[] Migrations =
    [
        """
        CREATE TABLE record (
            id               INTEGER PRIMARY KEY,
            public_id        TEXT    NOT NULL UNIQUE,
            key_hash         BLOB    NOT NULL UNIQUE,
            code_hash        BLOB,
            document_hash    BLOB,
            kind             INTEGER NOT NULL,
            decision_day     INTEGER,
            revision         INTEGER NOT NULL,
            released         INTEGER NOT NULL,
            shareable        INTEGER NOT NULL,
            historic         INTEGER NOT NULL,
            corrected        INTEGER NOT NULL DEFAULT 0,
            suspended        INTEGER NOT NULL DEFAULT 0,
            published_at     INTEGER,
            withdrawn_at     INTEGER,
            withdrawn_ground INTEGER,
            withdrawn_reason BLOB,
            received_at      INTEGER NOT NULL,
            data_key         BLOB
        );
        CREATE INDEX record_document ON record (document_hash) WHERE document_hash IS NOT NULL;
        CREATE INDEX record_code ON record (code_hash) WHERE code_hash IS NOT NULL;

        CREATE TABLE revision (
            record_id    INTEGER NOT NULL REFERENCES record (id),
            revision     INTEGER NOT NULL,
            content_hash BLOB    NOT NULL,
            payload      BLOB    NOT NULL,
            source       BLOB    NOT NULL,
            at           INTEGER NOT NULL,
            PRIMARY KEY (record_id, revision)
        ) WITHOUT ROWID;

        CREATE TABLE change (
            sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
            record_id INTEGER NOT NULL
        );

        CREATE TABLE rejected (
            id       INTEGER PRIMARY KEY,
            row_hash BLOB    NOT NULL UNIQUE,
            row      BLOB    NOT NULL,
            issues   TEXT    NOT NULL,
            at       INTEGER NOT NULL
        );

        CREATE TABLE outbox (
            id              INTEGER PRIMARY KEY AUTOINCREMENT,
            channel         TEXT    NOT NULL,
            record_id       INTEGER NOT NULL REFERENCES record (id),
            revision        INTEGER NOT NULL,
            operation       INTEGER NOT NULL,
            state           INTEGER NOT NULL,
            attempts        INTEGER NOT NULL DEFAULT 0,
            next_attempt_at INTEGER NOT NULL,
            lease_until     INTEGER,
            lease_token     BLOB,
            answer_code     TEXT,
            answer          BLOB,
            queued_at       INTEGER NOT NULL,
            finished_at     INTEGER,
            UNIQUE (channel, record_id, revision, operation)
        );
        CREATE INDEX outbox_due ON outbox (channel, next_attempt_at, id) WHERE state IN (0, 1, 2);
        CREATE INDEX outbox_record ON outbox (record_id, channel, id);
        CREATE INDEX outbox_rejected ON outbox (channel, id) WHERE state = 4;

        CREATE TABLE receipt (
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            outbox_id   INTEGER NOT NULL REFERENCES outbox (id),
            at          INTEGER NOT NULL,
            batch       TEXT    NOT NULL,
            number      TEXT    NOT NULL,
            answer      BLOB
        );
        CREATE INDEX receipt_outbox ON receipt (outbox_id);

        CREATE TABLE audit (
            number    INTEGER PRIMARY KEY,
            at        INTEGER NOT NULL,
            actor     TEXT    NOT NULL,
            act       TEXT    NOT NULL,
            outcome   TEXT    NOT NULL,
            record_id INTEGER,
            detail    TEXT    NOT NULL,
            hash      BLOB    NOT NULL
        );
        CREATE TRIGGER audit_keeps_entries BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
        CREATE TRIGGER audit_keeps_content BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
        """,
    ];
}
