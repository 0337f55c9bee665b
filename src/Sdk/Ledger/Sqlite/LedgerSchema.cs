namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// Tables of ledger.db, version by version; <c>user_version</c> says which it has. Clear columns hold codes, dates,
/// states and keyed hashes only; whatever a person wrote is in an encrypted blob. Instants are Unix milliseconds, legal
/// dates day numbers.
/// </summary>
internal static class LedgerSchema
{
    /// <summary>The version that keeps revisions in the order of their rows.</summary>
    public const int RevisionsByRow = 11;

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

        -- next_attempt_at is also the end of the lease: whatever is due is taken up again. suspicion counts the calls that
        -- failed with this row among others; the more, the smaller the batch it travels in.
        CREATE TABLE outbox (
            id              INTEGER PRIMARY KEY AUTOINCREMENT,
            channel         TEXT    NOT NULL,
            record_id       INTEGER NOT NULL REFERENCES record (id),
            revision        INTEGER NOT NULL,
            operation       INTEGER NOT NULL,
            state           INTEGER NOT NULL,
            attempts        INTEGER NOT NULL DEFAULT 0,
            suspicion       INTEGER NOT NULL DEFAULT 0,
            resent          INTEGER NOT NULL DEFAULT 0,
            next_attempt_at INTEGER NOT NULL,
            tried_at        INTEGER,
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
        CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state = 5;

        CREATE TABLE receipt (
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            outbox_id   INTEGER NOT NULL REFERENCES outbox (id),
            at          INTEGER NOT NULL,
            batch       TEXT    NOT NULL,
            number      TEXT    NOT NULL,
            answer      BLOB
        );
        CREATE INDEX receipt_outbox ON receipt (outbox_id);

        -- One row per channel that was ever called: its back-off is shared by every process that sends.
        CREATE TABLE channel (
            name         TEXT    PRIMARY KEY,
            failures     INTEGER NOT NULL DEFAULT 0,
            next_call_at INTEGER NOT NULL DEFAULT 0,
            paused       INTEGER NOT NULL DEFAULT 0,
            answered_at  INTEGER,
            failed_at    INTEGER,
            fault        TEXT
        ) WITHOUT ROWID;

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

        // Cases, what becomes public of them, answers to channels, links between decisions, and the withdrawal clocks.
        """
        ALTER TABLE record ADD COLUMN under_objection INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE record ADD COLUMN review_pending  INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE case_file (
            id             INTEGER PRIMARY KEY,
            number         TEXT    NOT NULL UNIQUE,
            secret_hash    BLOB,
            kind           INTEGER NOT NULL,
            state          INTEGER NOT NULL,
            record_id      INTEGER REFERENCES record (id),
            subject_hash   BLOB,
            channel        TEXT,
            channel_hash   BLOB,
            marks          INTEGER NOT NULL,
            received_at    INTEGER NOT NULL,
            received_day   INTEGER NOT NULL,
            accept_by      INTEGER,
            due_on         INTEGER,
            due_uncertain  INTEGER NOT NULL DEFAULT 0,
            extended       INTEGER NOT NULL DEFAULT 0,
            decided_at     INTEGER,
            closed_at      INTEGER,
            act_pending    INTEGER NOT NULL DEFAULT 0,
            version        INTEGER NOT NULL,
            data_key       BLOB,
            content        BLOB,
            channel_number BLOB,
            UNIQUE (channel, channel_hash)
        );
        CREATE INDEX case_open ON case_file (due_on) WHERE closed_at IS NULL;
        CREATE INDEX case_pending ON case_file (id) WHERE act_pending = 1;
        CREATE INDEX case_record ON case_file (record_id) WHERE record_id IS NOT NULL;
        CREATE INDEX case_subject ON case_file (subject_hash) WHERE subject_hash IS NOT NULL;

        CREATE TABLE case_event (
            case_id    INTEGER NOT NULL REFERENCES case_file (id),
            step       INTEGER NOT NULL,
            at         INTEGER NOT NULL,
            actor      TEXT    NOT NULL,
            act        TEXT    NOT NULL,
            from_state INTEGER NOT NULL,
            to_state   INTEGER NOT NULL,
            note       BLOB    NOT NULL,
            PRIMARY KEY (case_id, step)
        ) WITHOUT ROWID;

        CREATE TABLE case_attachment (
            id         INTEGER PRIMARY KEY,
            case_id    INTEGER NOT NULL REFERENCES case_file (id),
            media_type TEXT    NOT NULL,
            length     INTEGER NOT NULL,
            name       BLOB    NOT NULL,
            content    BLOB    NOT NULL,
            at         INTEGER NOT NULL
        );
        CREATE INDEX case_attachment_case ON case_attachment (case_id);

        CREATE TABLE case_answer (
            id        INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id   INTEGER NOT NULL REFERENCES case_file (id),
            channel   TEXT    NOT NULL,
            outcome   TEXT    NOT NULL,
            text      BLOB    NOT NULL,
            queued_at INTEGER NOT NULL,
            sent_at   INTEGER,
            receipt   TEXT
        );
        CREATE INDEX case_answer_due ON case_answer (channel, id) WHERE sent_at IS NULL;

        -- Masked text that anyone may see: the only part of a case that is not encrypted.
        CREATE TABLE public_notice (
            id           INTEGER PRIMARY KEY AUTOINCREMENT,
            public_id    TEXT    NOT NULL UNIQUE,
            kind         INTEGER NOT NULL,
            case_id      INTEGER NOT NULL REFERENCES case_file (id),
            record_id    INTEGER REFERENCES record (id),
            document     TEXT    NOT NULL,
            authority    TEXT    NOT NULL,
            title        TEXT    NOT NULL,
            text         TEXT    NOT NULL,
            published_at INTEGER NOT NULL,
            until_day    INTEGER,
            ended_at     INTEGER
        );
        CREATE INDEX public_notice_record ON public_notice (record_id) WHERE record_id IS NOT NULL;
        CREATE INDEX public_notice_case ON public_notice (case_id);

        CREATE TABLE decision_link (
            later    INTEGER NOT NULL REFERENCES record (id),
            earlier  INTEGER NOT NULL REFERENCES record (id),
            relation INTEGER NOT NULL,
            at       INTEGER NOT NULL,
            PRIMARY KEY (later, earlier)
        ) WITHOUT ROWID;
        CREATE INDEX decision_link_earlier ON decision_link (earlier);

        CREATE TABLE withdrawal_clock (
            id         INTEGER PRIMARY KEY,
            record_id  INTEGER NOT NULL REFERENCES record (id),
            ground     INTEGER NOT NULL,
            actor      TEXT    NOT NULL,
            reason     BLOB    NOT NULL,
            noticed_on INTEGER NOT NULL,
            same_day   INTEGER,
            limit_on   INTEGER,
            sync_by    INTEGER,
            noted_at   INTEGER NOT NULL,
            done_at    INTEGER
        );
        CREATE INDEX withdrawal_clock_open ON withdrawal_clock (id) WHERE done_at IS NULL;
        CREATE INDEX withdrawal_clock_record ON withdrawal_clock (record_id);
        """,

        // Why a mark was set and lifted, and by whom.
        """
        CREATE TABLE record_mark (
            id          INTEGER PRIMARY KEY,
            record_id   INTEGER NOT NULL REFERENCES record (id),
            mark        INTEGER NOT NULL,
            set_at      INTEGER NOT NULL,
            set_by      TEXT    NOT NULL,
            set_reason  BLOB    NOT NULL,
            lifted_at   INTEGER,
            lifted_by   TEXT,
            lift_reason BLOB
        );
        CREATE INDEX record_mark_record ON record_mark (record_id);
        """,

        // Grounds that keep a record from the public, and the list entry that governs its end, revision by revision.
        """
        ALTER TABLE revision ADD COLUMN grounds BLOB;
        """,

        // Reviews: held (1 publication, 2 sharing), how a record is shown, who said so; and who saw what, unmasked.
        """
        ALTER TABLE record ADD COLUMN held              INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE record ADD COLUMN reviewed_revision INTEGER;
        ALTER TABLE record ADD COLUMN handling          BLOB;
        CREATE INDEX record_review ON record (decision_day, id) WHERE held <> 0 OR released = 0 OR shareable = 0;

        CREATE TABLE review (
            id        INTEGER PRIMARY KEY,
            record_id INTEGER NOT NULL REFERENCES record (id),
            revision  INTEGER NOT NULL,
            scope     INTEGER NOT NULL,
            verdict   INTEGER NOT NULL,
            at        INTEGER NOT NULL,
            actor     TEXT    NOT NULL,
            confirmed INTEGER NOT NULL,
            added     INTEGER NOT NULL,
            lifted    INTEGER NOT NULL,
            detail    BLOB    NOT NULL
        );
        CREATE INDEX review_record ON review (record_id);

        CREATE TABLE access (
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            at          INTEGER NOT NULL,
            actor       TEXT    NOT NULL,
            approver    TEXT,
            kind        INTEGER NOT NULL,
            subject     TEXT    NOT NULL,
            record_id   INTEGER,
            purpose     BLOB    NOT NULL,
            reviewed_at INTEGER,
            reviewed_by TEXT,
            review_note BLOB
        );
        CREATE INDEX access_at ON access (at);
        CREATE INDEX access_record ON access (record_id) WHERE record_id IS NOT NULL;
        CREATE INDEX access_open ON access (id) WHERE reviewed_at IS NULL;
        """,

        // The way from entry to publication, drafts of the staff side, and months without a decision that somebody signed.
        """
        CREATE TABLE approval (
            id        INTEGER PRIMARY KEY,
            record_id INTEGER NOT NULL REFERENCES record (id),
            revision  INTEGER NOT NULL,
            step      INTEGER NOT NULL,
            approved  INTEGER NOT NULL,
            at        INTEGER NOT NULL,
            actor     TEXT    NOT NULL,
            reason    BLOB    NOT NULL
        );
        CREATE INDEX approval_record ON approval (record_id, revision);
        CREATE INDEX audit_record ON audit (record_id) WHERE record_id IS NOT NULL;

        CREATE TABLE draft (
            id       TEXT    PRIMARY KEY,
            owner    TEXT    NOT NULL,
            kind     INTEGER NOT NULL,
            practice INTEGER NOT NULL,
            at       INTEGER NOT NULL,
            content  BLOB    NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX draft_owner ON draft (owner, at);

        CREATE TABLE nil_month (
            unit   TEXT    NOT NULL,
            kind   INTEGER NOT NULL,
            month  INTEGER NOT NULL,
            actor  TEXT    NOT NULL,
            at     INTEGER NOT NULL,
            reason TEXT    NOT NULL,
            PRIMARY KEY (unit, kind, month)
        ) WITHOUT ROWID;
        """,

        // The item catalogue, version by version; how far each database source was read; what the HTTP intake answered.
        """
        CREATE TABLE catalogue (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            edition  TEXT    NOT NULL,
            version  INTEGER NOT NULL,
            content  BLOB    NOT NULL,
            actor    TEXT    NOT NULL,
            at       INTEGER NOT NULL,
            UNIQUE (edition, version)
        );

        CREATE TABLE watermark (
            source TEXT    PRIMARY KEY,
            value  BLOB    NOT NULL,
            at     INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE intake_call (
            call_hash BLOB    PRIMARY KEY,
            body_hash BLOB    NOT NULL,
            answer    BLOB    NOT NULL,
            at        INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX intake_call_at ON intake_call (at);
        """,

        // What ties the ledger to its keys, and the data key of what belongs to no record.
        """
        CREATE TABLE protection (name TEXT PRIMARY KEY, value TEXT NOT NULL, data_key BLOB);
        """,

        // A draft may be an exercise, or a correction that waits for a reviewer.
        """
        ALTER TABLE draft RENAME COLUMN practice TO stage;
        ALTER TABLE draft ADD COLUMN record_id INTEGER;
        CREATE INDEX draft_stage ON draft (stage, at);
        """,

        // The pace of what is done beside sending, the alarms that stand, and finding a row by the number a receiver gave it.
        """
        CREATE TABLE channel_chore (
            channel TEXT    NOT NULL,
            name    TEXT    NOT NULL,
            done_at INTEGER NOT NULL DEFAULT 0,
            cursor  TEXT,
            PRIMARY KEY (channel, name)
        ) WITHOUT ROWID;

        CREATE TABLE report_alarm (
            channel TEXT    NOT NULL,
            kind    INTEGER NOT NULL,
            since   INTEGER NOT NULL,
            rows    INTEGER NOT NULL,
            told_at INTEGER,
            PRIMARY KEY (channel, kind)
        ) WITHOUT ROWID;

        CREATE INDEX receipt_number ON receipt (number) WHERE number <> '';
        """,

        // Revisions in a table of their own order: without a rowid every payload of more than a quarter page went to a
        // page of its own.
        """
        CREATE TABLE revision_by_row (
            record_id    INTEGER NOT NULL REFERENCES record (id),
            revision     INTEGER NOT NULL,
            content_hash BLOB    NOT NULL,
            payload      BLOB    NOT NULL,
            source       BLOB    NOT NULL,
            at           INTEGER NOT NULL,
            grounds      BLOB,
            PRIMARY KEY (record_id, revision)
        );
        INSERT INTO revision_by_row SELECT record_id, revision, content_hash, payload, source, at, grounds FROM revision ORDER BY record_id, revision;
        DROP TABLE revision;
        ALTER TABLE revision_by_row RENAME TO revision;
        """,

        // Original papers of records (page 0) and their cleared copies (pages 1 and up), in encrypted pieces.
        """
        CREATE TABLE attachment (
            id         INTEGER PRIMARY KEY,
            public_id  TEXT    NOT NULL UNIQUE,
            record_id  INTEGER NOT NULL REFERENCES record (id),
            state      INTEGER NOT NULL,
            media_type TEXT    NOT NULL,
            length     INTEGER NOT NULL,
            replaces   INTEGER REFERENCES attachment (id),
            added_by   TEXT    NOT NULL,
            added_at   INTEGER NOT NULL,
            queued_at  INTEGER NOT NULL,
            decided_by TEXT,
            decided_at INTEGER,
            detail     BLOB    NOT NULL
        );
        CREATE INDEX attachment_record ON attachment (record_id);
        CREATE INDEX attachment_waiting ON attachment (id) WHERE state IN (1, 4);

        CREATE TABLE attachment_piece (
            attachment_id INTEGER NOT NULL REFERENCES attachment (id),
            page          INTEGER NOT NULL,
            part          INTEGER NOT NULL,
            content       BLOB    NOT NULL,
            PRIMARY KEY (attachment_id, page, part)
        );
        """,

        // Who reports for a unit, and since when.
        """
        CREATE TABLE handover (
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            unit    TEXT    NOT NULL,
            since   INTEGER NOT NULL,
            actor   TEXT    NOT NULL,
            at      INTEGER NOT NULL,
            content BLOB    NOT NULL
        );
        """,

        // Entries of lists of serious dishonesty with the persons behind them, and what each channel said.
        """
        CREATE TABLE listed (
            id           INTEGER PRIMARY KEY,
            public_id    TEXT    NOT NULL UNIQUE,
            key_hash     BLOB    NOT NULL UNIQUE,
            revision     INTEGER NOT NULL,
            received_at  INTEGER NOT NULL,
            content_hash BLOB    NOT NULL,
            payload      BLOB    NOT NULL,
            data_key     BLOB
        );
        CREATE TABLE listed_report (
            listed_id INTEGER NOT NULL REFERENCES listed (id),
            channel   TEXT    NOT NULL,
            revision  INTEGER NOT NULL,
            state     INTEGER NOT NULL,
            number    TEXT    NOT NULL,
            words     BLOB,
            at        INTEGER NOT NULL,
            PRIMARY KEY (listed_id, channel)
        ) WITHOUT ROWID;
        """,
    ];
}
