namespace CreditKit.Assessment.Sqlite;

/// <summary>Table of work.db; the file may be deleted and is made anew from the ledger. Days are day numbers; an absent deadline sorts last.</summary>
internal static class WorkSchema
{
    public const int Version = 2;

    public const string Create = """
        DROP TABLE IF EXISTS work;
        DROP TABLE IF EXISTS meta;
        CREATE TABLE meta (position INTEGER NOT NULL, fingerprint TEXT NOT NULL);
        INSERT INTO meta VALUES (0, '');
        CREATE TABLE work (
            record_id   INTEGER PRIMARY KEY,
            public_id   TEXT    NOT NULL,
            revision    INTEGER NOT NULL,
            unit        TEXT    NOT NULL,
            unit_name   TEXT    NOT NULL,
            kind        INTEGER NOT NULL,
            item        TEXT    NOT NULL,
            decided     INTEGER,
            received    INTEGER NOT NULL,
            state       INTEGER NOT NULL,
            step        INTEGER NOT NULL,
            publish_by  INTEGER NOT NULL,
            report_by   INTEGER,
            published   INTEGER,
            shown_from  INTEGER,
            shown_until INTEGER,
            withdrawn   INTEGER,
            excluded    INTEGER NOT NULL,
            why         TEXT    NOT NULL,
            historic    INTEGER NOT NULL,
            corrected   INTEGER NOT NULL,
            errors      INTEGER NOT NULL,
            warnings    INTEGER NOT NULL,
            needed      INTEGER NOT NULL,
            filled      INTEGER NOT NULL,
            reports     INTEGER NOT NULL,
            assumed     INTEGER NOT NULL
        );
        CREATE INDEX work_queue ON work (state, step, publish_by, record_id);
        CREATE INDEX work_unit ON work (unit, state, step, publish_by, record_id);
        CREATE INDEX work_due ON work (publish_by, record_id) WHERE published IS NULL AND excluded = 0 AND withdrawn IS NULL;
        CREATE INDEX work_order ON work (publish_by, record_id);
        CREATE INDEX work_unit_order ON work (unit, publish_by, record_id);
        CREATE INDEX work_state ON work (state, publish_by, record_id);
        CREATE INDEX work_unit_state ON work (unit, state, publish_by, record_id);
        CREATE INDEX work_unit_due ON work (unit, publish_by, record_id) WHERE published IS NULL AND excluded = 0 AND withdrawn IS NULL;
        CREATE INDEX work_assumed ON work (unit, publish_by, record_id) WHERE assumed = 1 AND withdrawn IS NULL;
        CREATE INDEX work_kind_month ON work (kind, decided, unit);
        CREATE INDEX work_month ON work (decided, record_id);
        """;
}
