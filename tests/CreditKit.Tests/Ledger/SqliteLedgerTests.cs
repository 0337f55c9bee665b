using System.Text;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using Microsoft.Data.Sqlite;

namespace CreditKit.Tests.Ledger;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly LedgerFixture _fixture = new();

    private SqliteLedger Ledger => _fixture.Ledger;

    [Fact]
    public void Record_ReadsBackWhole_WhenSubmitted()
    {
        var penalty = LedgerFixture.Penalty();
        var result = _fixture.Submit(penalty);

        result.Outcome.ShouldBe(SubmissionOutcome.Accepted);
        var stored = Ledger.FindByPublicId(result.PublicId)!;
        stored.Record.Value.ShouldBe(penalty);
        stored.Standing.PublishedAt.ShouldBe(_fixture.Clock.GetUtcNow());
        stored.Source.Row.ShouldBe(2);
    }

    [Fact]
    public void License_ReadsBackWhole_WhenSubmitted()
    {
        var license = new AdministrativeLicense
        {
            Counterpart = new Counterpart { Name = "云州晨光食品有限公司", Kind = CounterpartKind.Organization, IdentityDocument = new IdentityDocument("护照号", "E00000000") },
            DocumentNumber = "云许〔2026〕7号",
            ValidFrom = new DateOnly(2026, 1, 1),
            Override = new DisclosureOverride(new DateOnly(2030, 1, 1), "某法第一条"),
            Status = LicenseStatus.Invalid,
        };
        Ledger.FindByPublicId(_fixture.Submit(license).PublicId)!.Record.Value.ShouldBe(license);
    }

    [Fact]
    public void Revisions_StayWhole_WhenTheyMoveToATableByRow()
    {
        var first = _fixture.Submit(LedgerFixture.Penalty());
        _fixture.Submit(LedgerFixture.Penalty() with { FineAmount = 30000m });
        Ledger.Dispose();
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _fixture.LedgerPath, Pooling = false }.ToString()))
        {
            connection.Open();
            LedgerDatabase.Execute(connection, $"""
                CREATE TABLE former (record_id INTEGER NOT NULL REFERENCES record (id), revision INTEGER NOT NULL, content_hash BLOB NOT NULL, payload BLOB NOT NULL,
                    source BLOB NOT NULL, at INTEGER NOT NULL, grounds BLOB, PRIMARY KEY (record_id, revision)) WITHOUT ROWID;
                INSERT INTO former SELECT * FROM revision;
                DROP TABLE revision;
                ALTER TABLE former RENAME TO revision;
                {LedgerSchema.Migrations[LedgerSchema.RevisionsByRow - 1]}
                """);
        }

        _fixture.Reopen();
        var stored = Ledger.FindByPublicId(first.PublicId)!;
        stored.Revision.ShouldBe(2);
        ((AdministrativePenalty)stored.Record.Value).FineAmount.ShouldBe(30000m);
        _fixture.Submit(LedgerFixture.Penalty() with { FineAmount = 30000m }).Outcome.ShouldBe(SubmissionOutcome.Unchanged);
    }

    [Fact]
    [Trait("Requirement", "000-14")]
    public void Record_IsUnchanged_WhenTheSameContentComesAgain()
    {
        var first = _fixture.Submit(LedgerFixture.Penalty());
        var sequence = Ledger.LastSequence;
        _fixture.Submit(LedgerFixture.Penalty()).ShouldBe(first with { Outcome = SubmissionOutcome.Unchanged });
        Ledger.LastSequence.ShouldBe(sequence);
    }

    [Theory]
    [InlineData("云市监罚[2026]1号")]
    [InlineData("云市监罚（2026）1号")]
    [InlineData(" 云市监罚【２０２６】1号")]
    public void DocumentNumber_IsTheSame_WhateverItsBrackets(string number)
    {
        var first = _fixture.Submit(LedgerFixture.Penalty());
        _fixture.Submit(LedgerFixture.Penalty(number)).PublicId.ShouldBe(first.PublicId);
        Ledger.FindByDocumentNumber(number).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "002-5")]
    public void Correction_KeepsTheFirstPublishTime_AndTheHistory()
    {
        var first = _fixture.Submit(LedgerFixture.Penalty());
        var published = _fixture.Clock.GetUtcNow();
        _fixture.Clock.Advance(TimeSpan.FromDays(3));

        var second = _fixture.Submit(LedgerFixture.Penalty() with { FineAmount = 30000m });

        second.ShouldBe(new SubmissionResult(SubmissionOutcome.Corrected, first.RecordId, first.PublicId, 2));
        var stored = Ledger.Find(first.RecordId)!;
        stored.Corrected.ShouldBeTrue();
        stored.Standing.PublishedAt.ShouldBe(published);
        Scalar("SELECT COUNT(*) FROM revision").ShouldBe(2);
    }

    [Fact]
    public void Correction_FindsItsRecord_WhenTheNameWasWrongButTheCodeWasRight()
    {
        var first = _fixture.Submit(LedgerFixture.Penalty());
        _fixture.Submit(LedgerFixture.Penalty(name: "云州晨光食品股份有限公司")).RecordId.ShouldBe(first.RecordId);
    }

    [Fact]
    public void Release_IsAChange_WhenTheSameContentComesWithAReview()
    {
        var waiting = _fixture.Submit(LedgerFixture.Penalty(), released: false);
        Ledger.Find(waiting.RecordId)!.Standing.PublishedAt.ShouldBeNull();

        _fixture.Submit(LedgerFixture.Penalty(), released: true, "province").Outcome.ShouldBe(SubmissionOutcome.Corrected);

        var released = Ledger.Find(waiting.RecordId)!;
        released.Standing.PublishedAt.ShouldNotBeNull();
        released.Corrected.ShouldBeFalse("nothing was published before, so nothing was corrected for a visitor");
        Scalar("SELECT COUNT(*) FROM outbox").ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "002-13")]
    public void Nothing_IsQueued_WithoutTheReviewForSharing()
    {
        _fixture.Submit(LedgerFixture.Penalty(), released: false, "province");
        Scalar("SELECT COUNT(*) FROM outbox").ShouldBe(0);
    }

    [Fact]
    public void Withdrawal_IsQueuedOnce_WhenTheChannelMayHaveTheRecord()
    {
        var result = _fixture.Submit(LedgerFixture.Penalty(), true, "province");
        Execute("UPDATE outbox SET state = 3, attempts = 1");

        Ledger.Withdraw(new Withdrawal(result.RecordId, WithdrawalGround.Revoked, "复议撤销", "tester")).ShouldBeTrue();
        Ledger.Withdraw(new Withdrawal(result.RecordId, WithdrawalGround.Revoked, "复议撤销", "tester")).ShouldBeFalse();

        Scalar("SELECT COUNT(*) FROM outbox WHERE operation = 2").ShouldBe(1);
        Ledger.Find(result.RecordId)!.WithdrawalReason.ShouldBe("复议撤销");
    }

    [Fact]
    public void Withdrawal_ReplacesTheEntry_WhenNothingWasEverSent()
    {
        var result = _fixture.Submit(LedgerFixture.Penalty(), true, "province");
        Ledger.Withdraw(new Withdrawal(result.RecordId, WithdrawalGround.Revoked, "复议撤销", "tester"));
        Scalar("SELECT COUNT(*) FROM outbox WHERE state <> 5").ShouldBe(0);
    }

    [Fact]
    public void Channel_GetsAWithdrawal_WhenACorrectionMayNoLongerGoThere()
    {
        var result = _fixture.Submit(LedgerFixture.Penalty(), true, "province");
        Execute("UPDATE outbox SET state = 3, attempts = 1");
        _fixture.Submit(LedgerFixture.Penalty() with { Procedure = PenaltyProcedure.Summary });
        Scalar($"SELECT COUNT(*) FROM outbox WHERE operation = 2 AND record_id = {result.RecordId}").ShouldBe(1);
    }

    [Fact]
    public void Feed_GivesTheNewestState_OncePerRecord()
    {
        var a = _fixture.Submit(LedgerFixture.Penalty("1号"));
        var b = _fixture.Submit(LedgerFixture.Penalty("2号"));
        _fixture.Submit(LedgerFixture.Penalty("1号") with { FineAmount = 1m });

        var changes = Ledger.Changes(0, 100);
        changes.Select(c => c.Record.Id).ShouldBe([b.RecordId, a.RecordId]);
        changes[^1].Sequence.ShouldBe(Ledger.LastSequence);
        Ledger.Changes(Ledger.LastSequence, 100).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-40")]
    public void File_HoldsNoClearText_OfWhatAPersonWrote()
    {
        _fixture.Submit(LedgerFixture.Penalty());
        Ledger.Reject([new Rejection(new SourceReference("坏.csv", 3, "tester"), "{\"行政相对人名称\":\"张晓明\"}", "[]")]);
        Ledger.Dispose();

        var bytes = Directory.GetFiles(Path.GetDirectoryName(_fixture.LedgerPath)!, "ledger.db*").SelectMany(File.ReadAllBytes).ToArray();
        foreach (var text in new[] { "张晓明", "晨光", "云市监罚", "91330000755918469E", "坏.csv" })
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBe(-1);
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public void AuditChain_FindsTheEntry_ThatWasChangedOrRemoved()
    {
        for (var i = 0; i < 5; i++) _fixture.Submit(LedgerFixture.Penalty($"{i}号"));
        Ledger.VerifyAudit().ShouldBe(new AuditVerification(5, true, null));

        Execute("DROP TRIGGER audit_keeps_content; UPDATE audit SET actor = 'other' WHERE number = 3");
        Ledger.VerifyAudit().BrokenAt.ShouldBe(3);

        Execute("DROP TRIGGER audit_keeps_entries; DELETE FROM audit WHERE number = 2");
        Ledger.VerifyAudit().BrokenAt.ShouldBe(3);
    }

    [Fact]
    public void AuditEntries_CannotBeChanged_BySimpleSql() =>
        Should.Throw<SqliteException>(() =>
        {
            _fixture.Submit(LedgerFixture.Penalty());
            Execute("DELETE FROM audit");
        });

    [Fact]
    public void Ledger_RefusesToOpen_WhenItsKeyFileIsGone()
    {
        _fixture.Submit(LedgerFixture.Penalty());
        Ledger.Dispose();
        File.Delete(_fixture.KeyPath);

        Should.Throw<CreditKitException>(() => _fixture.Open()).Code.ShouldBe("CK1301");
        File.Exists(_fixture.KeyPath).ShouldBeFalse("no key may be made for a ledger that exists");
    }

    [Fact]
    public void KeyFile_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(_fixture.KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Record_CannotBeRead_WhenItsBlobWasSwapped()
    {
        var a = _fixture.Submit(LedgerFixture.Penalty("1号"));
        _fixture.Submit(LedgerFixture.Penalty("1号") with { FineAmount = 5m });
        Execute($"UPDATE revision SET payload = (SELECT payload FROM revision WHERE record_id = {a.RecordId} AND revision = 1) WHERE record_id = {a.RecordId} AND revision = 2");
        Should.Throw<CreditKitException>(() => Ledger.Find(a.RecordId)).Code.ShouldBe("CK1304");
    }

    [Fact]
    public void TwoLedgers_WriteOneFile_WithoutLosingAnything()
    {
        using var other = _fixture.Open();
        Parallel.For(0, 40, i => (i % 2 == 0 ? Ledger : other).Submit([LedgerFixture.Submission(LedgerFixture.Penalty($"{i}号"))]));
        Ledger.All().Count().ShouldBe(40);
        Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    public void Dispose() => _fixture.Dispose();

    private long Scalar(string sql) => Ledger.Database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    });

    private void Execute(string sql) => Ledger.Database.Write((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });
}
