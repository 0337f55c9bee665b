using System.Security.Cryptography;
using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Attachments;
using CreditKit.Ledger.Custody;
using CreditKit.Ledger.Reviews;
using CreditKit.Ledger.Sqlite;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using CreditKit.Review;
using CreditKit.Review.Attachments;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CreditKit.Tests.Review;

[Trait("Requirement", "000-40")]
[Trait("Requirement", "000-27")]
[Trait("Requirement", "002-12")]
public sealed class AttachmentDeskTests : IDisposable
{
    private const string Secret = "13905981234";
    private static readonly SourceReference Source = new("测试", null, "tester");
    private readonly Road _road = new();
    private readonly string _id;

    public AttachmentDeskTests()
    {
        _road.Engine.Projector.CatchUp();
        _id = _road.Engine.Intake.SubmitAsync(SampleRecords.Penalty(), Source).GetAwaiter().GetResult().Id!;
    }

    private AttachmentDesk Desk => _road.Engine.Attachments;

    public void Dispose() => _road.Dispose();

    [Fact]
    public async Task Original_StaysInTheLedger_AndOnlyTheReleasedCopyIsPublic()
    {
        byte[][] papers = [Papers.Png(Secret, 600_000), Papers.Jpeg(Secret), .. Papers.HasPoppler ? [Papers.Pdf(Secret, 3)] : Array.Empty<byte[]>()];
        foreach (var paper in papers)
        {
            var item = await Add(paper);
            item.ShouldSatisfyAllConditions(i => i.State.ShouldBe(AttachmentState.Waiting), i => i.Title.ShouldBe("行政处罚决定书"), i => i.Length.ShouldBe(paper.Length));
            Shown().ShouldNotContain(a => a.Id == item.Id);

            Release(item.Id).ShouldBeTrue();
            var shown = Shown().Single(a => a.Id == item.Id);
            shown.Pages.Count.ShouldBe(item.Pages);
            for (var n = 1; n <= shown.Pages.Count; n++)
            {
                var page = Bytes(item.Id, n, shown.Pages[n - 1]);
                Convert.ToHexStringLower(SHA256.HashData(page)).ShouldBe(shown.Pages[n - 1].Sha256);
                Papers.Hold(page, Secret).ShouldBeFalse();
            }

            using var original = Desk.OpenOriginal(item.Id, new AccessRequest("甲", "核对")).ShouldNotBeNull().OpenOriginal();
            using var copy = new MemoryStream();
            original.CopyTo(copy);
            copy.ToArray().ShouldBe(paper);
        }

        Shown()[0].Pages[0].Pieces.ShouldBe(3, "a large page goes in pieces");
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(_road.Folder, "*.db*"))
            Papers.Hold(Read(file), Secret).ShouldBeFalse($"{Path.GetFileName(file)}: what a paper hides is encrypted in the ledger and nowhere else");
        _road.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "000-38")]
    public async Task Release_NeedsSomebodyWhoHasLookedAtTheCopy_AndEveryLookIsEntered()
    {
        var item = await Add(Papers.Jpeg(Secret));
        Fault(() => Desk.Release(item.Id, "审查员甲")).ShouldBe("CK1263");
        Desk.OpenOriginal(item.Id, new AccessRequest("审查员甲", "核对原件"));
        Fault(() => Desk.Release(item.Id, "审查员甲")).ShouldBe("CK1263", "the original is not what becomes public");
        Desk.Open(item.Id, new AccessRequest("审查员乙", "公开前审查"));
        Fault(() => Desk.Release(item.Id, "审查员甲")).ShouldBe("CK1263", "somebody else looked");
        Should.Throw<CreditKitException>(() => Desk.Open(item.Id, new AccessRequest("审查员甲", " "))).Code.ShouldBe("CK1231");
        Shown().ShouldBeEmpty();

        Release(item.Id).ShouldBeTrue();
        var entries = _road.Engine.Access.Entries(new AccessFilter { Subject = item.Id });
        entries.Select(e => e.Kind).ShouldBe([AccessKind.Original, AccessKind.Attachment, AccessKind.Attachment]);
        Audit().ShouldContain(("attachment", "released"));
        Fault(() => Desk.Release(item.Id, "审查员甲")).ShouldBe("CK1263", "it is released already");
    }

    [Fact]
    public async Task Refusal_NeedsAReason_AndKeepsItBack()
    {
        var item = await Add(Papers.Jpeg(Secret));
        Desk.Waiting().ShouldHaveSingleItem().Id.ShouldBe(item.Id);
        Fault(() => Desk.Refuse(item.Id, "审查员甲", " ")).ShouldBe("CK1263");
        Desk.Refuse(item.Id, "审查员甲", "当事人住址未遮盖");
        Desk.Find(item.Id)!.State.ShouldBe(AttachmentState.Refused);
        Desk.Open(item.Id, new AccessRequest("甲", "复核"))!.Reason.ShouldBe("当事人住址未遮盖");
        Desk.Waiting().ShouldBeEmpty();
        Fault(() => Release(item.Id)).ShouldBe("CK1263");
        Audit().ShouldContain(("attachment", "refused"));
        Papers.Hold(Read(Path.Combine(_road.Folder, "ledger.db")), "当事人住址未遮盖").ShouldBeFalse();
    }

    [Fact]
    public async Task Withdrawal_TakesThePagesWithIt()
    {
        await Released();
        await _road.Engine.Intake.WithdrawAsync(_id, WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");
        Pieces().ShouldBe(0);
        var waiting = await Add(Papers.Jpeg(Secret));
        Fault(() => Release(waiting.Id)).ShouldBe("CK1263", "the record was withdrawn");
    }

    [Fact]
    public async Task Exclusion_TakesThePagesWithIt_AndItsEndBringsThemBack()
    {
        var item = await Released();
        _road.Engine.Exclusions.Exclude(_id, new RecordedExclusion("trade-secret", "保密审查记录 2026-5"), "tester");
        Pieces().ShouldBe(0);
        Bytes(item, 1).ShouldBeNull();
        _road.Engine.Exclusions.Lift(_id, "trade-secret", "tester", "解密");
        Bytes(item, 1).ShouldNotBeNull();
    }

    [Fact]
    public async Task EndOfThePeriod_EndsThePages_ByTheClockAlone()
    {
        var item = await Released();
        var record = _road.Engine.Query.Find(_id).Record.ShouldNotBeNull();
        var until = record.Until.ShouldNotBeNull();
        _road.Clock.Set(new DateTimeOffset(until.ToDateTime(default), TimeSpan.FromHours(8)).AddSeconds(-1));
        Bytes(item, 1).ShouldNotBeNull();
        _road.Clock.Advance(TimeSpan.FromSeconds(1));
        Bytes(item, 1).ShouldBeNull();
        Pieces().ShouldBeGreaterThan(0, "hidden by the question, not by a job");
        _road.Clock.Advance(TimeSpan.FromDays(3));
        _road.Engine.Projector.Maintain();
        Pieces().ShouldBe(0);
    }

    [Fact]
    public async Task Correction_TakesDownWhatShowsTheFormerDecision_UntilItIsReleasedAgain()
    {
        var item = await Released();
        _road.Clock.Advance(TimeSpan.FromMinutes(1));
        await _road.Engine.Intake.CorrectAsync(_id, SampleRecords.Penalty() with { PenaltyContent = "警告，罚款人民币1,000元。", FineAmount = 1000m }, "更正罚款", Source);
        Shown().ShouldBeEmpty();
        Pieces().ShouldBe(0);
        Desk.Waiting().ShouldHaveSingleItem().State.ShouldBe(AttachmentState.Outdated);
        Audit().ShouldContain(("attachment", "outdated"));
        Fault(() => Desk.Release(item, "审查员甲")).ShouldBe("CK1263", "it must be looked at again");
        Release(item).ShouldBeTrue();
        Bytes(item, 1).ShouldNotBeNull();
    }

    [Fact]
    public async Task Replacement_TakesThePlaceInOneStep_AndRemovalLeavesNothing()
    {
        var first = await Released();
        var second = (await Desk.AddAsync(_id, new MemoryStream(Papers.Png(Secret, 90)), new AttachmentSource("录入员", "二.png", "更正后的决定书", first))).Id;
        Shown().ShouldHaveSingleItem().Id.ShouldBe(first);
        Release(second).ShouldBeTrue();
        Shown().ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Id.ShouldBe(second), a => a.Title.ShouldBe("更正后的决定书"));
        Bytes(first, 1).ShouldBeNull();
        Desk.Find(first)!.State.ShouldBe(AttachmentState.Replaced);

        Desk.Remove(second, "审查员甲", "图片不清");
        Shown().ShouldBeEmpty();
        Pieces().ShouldBe(0);
        _road.Engine.Query.Find(_id).Record.ShouldNotBeNull("the record stays");
    }

    [Fact]
    public async Task Review_OfTheRecord_LeavesItsAttachments_AndAnAbstractShowsNone()
    {
        var item = await Released();
        Decide(new ReviewDecision { Id = _id, Revision = 1, Reviewer = "审查员甲", Scope = ReviewScope.Publication, Release = true });
        Shown().ShouldHaveSingleItem().Id.ShouldBe(item);
        Decide(new ReviewDecision { Id = _id, Revision = 1, Reviewer = "审查员甲", Scope = ReviewScope.Publication, Release = true, AbstractOnly = true });
        Shown().ShouldBeEmpty();
        Pieces().ShouldBe(0);
        Decide(new ReviewDecision { Id = _id, Revision = 1, Reviewer = "审查员甲", Scope = ReviewScope.Publication, Release = true, AbstractOnly = false });
        Bytes(item, 1).ShouldNotBeNull();
    }

    [Fact]
    public async Task Title_IsMaskedLikeTheRecord()
    {
        var identity = Codes.IdentityNumber(7);
        var item = await Desk.AddAsync(_id, new MemoryStream(Papers.Jpeg(Secret)), new AttachmentSource("录入员", $"{identity}.jpg", $"处罚决定书（身份证号{identity}）"));
        item.Title.ShouldNotContain(identity);
        Release(item.Id);
        Shown().ShouldHaveSingleItem().Title.ShouldBe(item.Title);
    }

    [Theory]
    [InlineData("GIF89a-----", "CK1433")]
    [InlineData("just text, whatever its name", "CK1433")]
    [InlineData("%PDF-1.4 and nothing else", "CK1432")]
    [InlineData("", "CK1433")]
    public async Task WhatCannotBeCleared_IsRefused_AndLeavesNothing(string content, string code)
    {
        if (code == "CK1432" && !Papers.HasPoppler) code = "CK1431";
        var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        (await Should.ThrowAsync<CreditKitException>(() => Desk.AddAsync(_id, stream, new AttachmentSource("录入员", "决定书.pdf")))).Code.ShouldBe(code);
        Count("attachment").ShouldBe(0);
        Count("attachment_piece").ShouldBe(0);
    }

    [Fact]
    public async Task Bounds_Hold_WhateverTheStreamSays()
    {
        _road.Engine.Options.Attachments.MaxBytes = 100_000;
        _road.Engine.Options.Attachments.MaxPerRecord = 2;
        (await Should.ThrowAsync<CreditKitException>(() => Add(Papers.Png(Secret, 200_000)))).Code.ShouldBe("CK1262");
        Count("attachment_piece").ShouldBe(0);
        byte[] bomb = Papers.Png(Secret);
        for (var i = 0; i < 8; i++) bomb[16 + i] = 0x7F;
        (await Should.ThrowAsync<CreditKitException>(() => Add(bomb))).Code.ShouldBe("CK1433", "a picture of 4 quintillion points");
        await Add(Papers.Jpeg(Secret));
        await Add(Papers.Jpeg(Secret));
        (await Should.ThrowAsync<CreditKitException>(() => Add(Papers.Jpeg(Secret)))).Code.ShouldBe("CK1262");
        (await Should.ThrowAsync<CreditKitException>(() => Desk.AddAsync("nobody", new MemoryStream(Papers.Jpeg(Secret)), new AttachmentSource("录入员")))).Code.ShouldBe("CK1261");
    }

    [Fact]
    [Trait("Requirement", "001-20")]
    public async Task Custody_CoversAttachments_KeysErasureRetention()
    {
        var item = await Released();
        var refused = await Add(Papers.Png(Secret, 400_000));
        Desk.Refuse(refused.Id, "审查员甲", "画面不清");
        new KeyRotation(_road.Engine.Ledger.Database).Run("tester", forget: true);
        _road.Reopen(() => { });
        _road.Engine.Projector.CatchUp();
        Desk.Open(item, new AccessRequest("甲", "核对"))!.OpenPage(1).ReadByte().ShouldBe(0x89);

        var eraser = new Eraser(_road.Engine.Ledger.Database, _road.Engine.Options.Retention);
        _road.Clock.Advance(TimeSpan.FromDays(300));
        eraser.Due("retention").Attachments.ShouldBe(0);
        _road.Clock.Advance(TimeSpan.FromDays(90));
        eraser.Due("retention").Attachments.ShouldBe(1);
        Desk.Find(refused.Id)!.State.ShouldBe(AttachmentState.Refused, "that it was refused, and by whom, is still known");
        Should.Throw<CreditKitException>(() => Desk.OpenOriginal(refused.Id, new AccessRequest("甲", "核对"))!.OpenOriginal().ReadByte()).Code.ShouldBe("CK1264");
        Desk.OpenOriginal(item, new AccessRequest("甲", "核对"))!.OpenOriginal().ReadByte().ShouldBe(0x89);

        await _road.Engine.Intake.WithdrawAsync(_id, WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");
        eraser.Record(_road.Engine.Ledger.FindByPublicId(_id)!.Id, "tester").ShouldBeTrue();
        Count("attachment_piece").ShouldBe(0);
        Desk.Find(item).ShouldBeNull();
        _road.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task BackupAndRestore_BringThePagesBack_AndASnapshotHasThem()
    {
        var item = await Released();
        var before = Bytes(item, 1).ShouldNotBeNull();
        var snapshot = Path.Combine(_road.Folder, "shipped.db");
        SnapshotShipper.Ship(_road.Engine.Options.PublicPath, snapshot);
        using (var column = new SqlitePublicQuery(snapshot, _road.Clock, snapshot: true))
            column.AttachmentPiece(_id, item, 1, 0).ShouldBe(before);

        var backup = Path.Combine(_road.Folder, "backup");
        LedgerBackup.Make(_road.Engine.Ledger, backup);
        _road.Reopen(() =>
        {
            foreach (var file in new[] { "ledger.db", "public.db" })
                foreach (var end in new[] { "", "-wal", "-shm", "-signal" }) File.Delete(Path.Combine(_road.Folder, file + end));
            LedgerBackup.Restore(backup, Path.Combine(_road.Folder, "ledger.db"));
        });
        _road.Engine.Projector.Rebuild();
        Bytes(item, 1).ShouldBe(before);
    }

    [Fact]
    public async Task LateState_LeavesNoPagesBehindAWithdrawal()
    {
        var item = await Released();
        var record = _road.Engine.Ledger.FindByPublicId(_id)!;
        var late = new CreditKit.Publication.PublicChange { Id = _id, Arrival = record.Id, Revision = 1, Sequence = 1, Record = _road.Engine.Query.Find(_id).Record };
        await _road.Engine.Intake.WithdrawAsync(_id, WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");

        // Another process had read the record before the withdrawal, and writes after it.
        using var store = new SqlitePublicStore(_road.Engine.Options.PublicPath, _road.Clock);
        store.Stage(late, _road.Engine.Ledger.AttachmentPiece);
        Bytes(item, 1).ShouldBeNull();
        store.ApplyNow(late);
        Pieces().ShouldBe(0);
    }

    private async Task<string> Released()
    {
        var item = await Add(Papers.Png(Secret, 300_000));
        Release(item.Id).ShouldBeTrue();
        Bytes(item.Id, 1).ShouldNotBeNull();
        return item.Id;
    }

    private Task<AttachmentItem> Add(byte[] paper) => Desk.AddAsync(_id, new MemoryStream(paper), new AttachmentSource("录入员", $"张三{Secret}.bin"));

    private bool Release(string id)
    {
        Desk.Open(id, new AccessRequest("审查员甲", "公开前审查")).ShouldNotBeNull();
        return Desk.Release(id, "审查员甲");
    }

    private void Decide(ReviewDecision decision) => _road.Engine.Reviews.Decide(decision);

    private EquatableList<PublicAttachment> Shown() => _road.Engine.Query.Find(_id).Record.ShouldNotBeNull().Attachments;

    private byte[]? Bytes(string attachment, int page) => _road.Engine.Query.AttachmentPiece(_id, attachment, page, 0);

    private byte[] Bytes(string attachment, int number, AttachmentPage page) =>
        [.. Enumerable.Range(0, page.Pieces).SelectMany(part => _road.Engine.Query.AttachmentPiece(_id, attachment, number, part).ShouldNotBeNull())];

    private long Pieces()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _road.Engine.Options.PublicPath, Pooling = false }.ToString());
        connection.Open();
        return (long)Sql.Scalar(connection, null, "SELECT COUNT(*) FROM piece")!;
    }

    private long Count(string table) => _road.Engine.Ledger.Database.Read(c => (long)Sql.Scalar(c, null, $"SELECT COUNT(*) FROM {table}")!);

    private List<(string Act, string Outcome)> Audit() => _road.Engine.Ledger.Database.Read(c => Sql.List(c, r => (r.GetString(0), r.GetString(1)), "SELECT act, outcome FROM audit"));

    private static string Fault(Action act) => Should.Throw<CreditKitException>(act).Code;

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
