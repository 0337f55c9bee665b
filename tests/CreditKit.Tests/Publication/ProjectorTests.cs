using System.Text;
using CreditKit.Policy;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;

namespace CreditKit.Tests.Publication;

public sealed class ProjectorTests : IDisposable
{
    private readonly ProjectionFixture _road = new();

    [Fact]
    public void CatchUp_ShowsWhatTheLawAllows_AndLeavesNoTraceOfTheRest()
    {
        var shown = _road.Submit(_road.Penalty());
        var license = _road.Submit(_road.License());
        var slight = _road.Submit(_road.Penalty(severity: Severity.Slight));
        var unreviewed = _road.Submit(_road.Penalty(), released: false);
        _road.Projector.CatchUp().ShouldBe(4);
        _road.Shown().ShouldBe([shown.PublicId, license.PublicId]);
        _road.Query.Find(slight.PublicId).ShouldBe(new PublicLookup(null, null));
        _road.Query.Find(unreviewed.PublicId).ShouldBe(new PublicLookup(null, null));
        _road.Close();
        var bytes = Bytes();
        Contains(bytes, shown.PublicId).ShouldBeTrue();
        Contains(bytes, slight.PublicId).ShouldBeFalse();
        Contains(bytes, unreviewed.PublicId).ShouldBeFalse();
        _road.Open();
    }

    [Fact]
    [Trait("Requirement", "000-27")]
    public void EachMidnight_ShowsExactlyTheComputedSet_WithoutAnyJob()
    {
        var records = new List<(string Id, CreditRecord Record)>();
        for (var i = 0; i < 120; i++)
        {
            var decided = new DateOnly(2025, 3, 1).AddDays(i * 5);
            CreditRecord record = i % 3 == 0 ? _road.License(decided) : _road.Penalty(severity: i % 2 == 0 ? Severity.General : Severity.Serious, decided: decided);
            records.Add((_road.Submit(record).PublicId, record));
        }

        _road.Projector.CatchUp();
        var standing = new RecordStanding { Released = true, PublishedAt = _road.Clock.GetUtcNow() };
        var start = _road.Clock.GetUtcNow();
        var seen = new HashSet<int>();
        for (var day = 0; day < 1_500; day += 3)
        {
            _road.Clock.Set(start.AddDays(day).AddHours(-2).AddHours(8 + (day % 2 == 0 ? 0 : 7.9)));
            var now = _road.Clock.GetUtcNow();
            var expected = records.Where(r => _road.Rules.Decide(r.Record, standing).IsVisibleAt(now, standing)).Select(r => r.Id).ToHashSet();
            _road.Shown().ToHashSet().SetEquals(expected).ShouldBeTrue(now.ToString("O"));
            _road.Query.List(new PublicFilter(), null, 10).Total.ShouldBe(expected.Count);
            seen.Add(expected.Count);
        }

        seen.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public void Withdrawal_IsVisibleAtOnce_AndSurvivesARebuild()
    {
        var kept = _road.Submit(_road.Penalty());
        var gone = _road.Submit(_road.Penalty());
        _road.Projector.CatchUp();
        _road.Shown().Count.ShouldBe(2);
        _road.Ledger.Withdraw(new CreditKit.Ledger.Withdrawal(gone.RecordId, WithdrawalGround.Revoked, "复议机关撤销原决定", "tester"));
        var waiting = _road.Submit(_road.Penalty()); // an import that has not been projected yet
        _road.Projector.ProjectNow(gone.RecordId);
        _road.Shown().ShouldBe([kept.PublicId]);
        var notice = _road.Query.Find(gone.PublicId).Notice.ShouldNotBeNull();
        notice.Reason.ShouldBe("原决定被依法撤销：复议机关撤销原决定");
        _road.Query.Notices(5).ShouldBe([notice]);

        _road.Projector.CatchUp();
        _road.Shown().ShouldBe([waiting.PublicId, kept.PublicId]);
        _road.Projector.Rebuild();
        _road.Shown().ShouldBe([waiting.PublicId, kept.PublicId]);
        _road.Query.Find(gone.PublicId).Notice.ShouldBe(notice);
    }

    [Fact]
    public void CrashBetweenLedgerAndProjection_IsHealedByTheNextStart()
    {
        _road.Submit(_road.Penalty());
        _road.Projector.CatchUp();
        var late = _road.Submit(_road.Penalty());
        _road.Close(); // the process dies here: committed to the ledger, not projected
        _road.Open();
        _road.Shown().Count.ShouldBe(1);
        _road.Projector.CatchUp();
        _road.Shown().ShouldContain(late.PublicId);
    }

    [Fact]
    public void FeedThatOthersMoveThrough_IsLeftToThem_AndTakenUpWhenTheyStop()
    {
        _road.Projector.CatchUp();
        _road.Submit(_road.Penalty());
        _road.Projector.FollowOthers().ShouldBeTrue();
        _road.Shown().ShouldBeEmpty();
        _road.Projector.CatchUp(); // another process
        _road.Shown().Count.ShouldBe(1);
        _road.Projector.FollowOthers().ShouldBeFalse("nothing is under way");
        _road.Submit(_road.Penalty());
        for (var looks = 0; looks < 4; looks++) _road.Projector.FollowOthers().ShouldBeTrue();
        _road.Shown().Count.ShouldBe(1);
        _road.Projector.FollowOthers().ShouldBeTrue();
        _road.Shown().Count.ShouldBe(2, "nobody moved: it is healed here");
    }

    [Fact]
    public void Rebuild_GivesTheSameRecords_RowForRow()
    {
        for (var i = 0; i < 250; i++) _road.Submit(i % 2 == 0 ? _road.Penalty($"当事人张晓明第{i}次违法。") : _road.License());
        var corrected = _road.Penalty();
        _road.Submit(corrected);
        _road.Submit(corrected with { ViolationFacts = "更正后的事实。" });
        _road.Projector.CatchUp();
        var before = _road.Query.Stream(new PublicFilter()).ToList();
        var facets = _road.Query.Facets(new PublicFilter());
        before.Count.ShouldBe(251);
        var version = _road.Query.Version;
        _road.Projector.Rebuild().ShouldBe(251);
        _road.Query.Version.ShouldNotBe(version);
        _road.Query.Stream(new PublicFilter()).ShouldBe(before);
        _road.Query.Facets(new PublicFilter()).Authorities.ShouldBe(facets.Authorities);
        File.Exists(_road.PublicPath + ".rebuild").ShouldBeFalse();

        _road.Close();
        File.Delete(_road.PublicPath);
        File.Delete(_road.PublicPath + "-wal");
        File.Delete(_road.PublicPath + "-shm");
        _road.Open();
        _road.Query.IsReady.ShouldBeFalse();
        _road.Projector.CatchUp();
        SpinWait.SpinUntil(() => _road.Query.IsReady, TimeSpan.FromSeconds(5)).ShouldBeTrue();
        _road.Query.Stream(new PublicFilter()).ShouldBe(before);
    }

    [Fact]
    public void OtherLaw_MakesPublicDataAnew_BeforeAnythingElse()
    {
        _road.Submit(_road.Penalty());
        _road.Submit(_road.License());
        _road.Projector.CatchUp();
        _road.Shown().Count.ShouldBe(2);
        var stricter = _road.Rules with
        {
            Fingerprint = "other",
            Decide = (record, standing) => _road.Rules.Decide(record, standing) is var d && record.Kind == RecordKind.License
                ? d with { Reasons = [new DecisionReason("test", "不公开。", "T", "测试", Blocks: true)], From = null }
                : d,
        };
        var projector = new Projector(_road.Ledger, _road.Store, stricter, _road.Clock);
        projector.CatchUp();
        _road.Query.StreamRows(new PublicFilter()).ShouldHaveSingleItem().Kind.ShouldBe(RecordKind.Penalty);
        _road.Store.Fingerprint.ShouldBe("other");
    }

    [Fact]
    [Trait("Requirement", "000-37")]
    public void PublicFile_HoldsNoSecret_OfTheRecordsItWasMadeFrom()
    {
        var secrets = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            var (id, phone, owner) = (Codes.IdentityNumber(i), $"1{38 + i % 10}{20_000_000 + i * 7919}", "欧阳晓明");
            secrets.AddRange([id, phone]);
            var penalty = _road.Penalty($"当事人负责人身份证号{id}，联系电话{phone}，对事实无异议。");
            _road.Submit(penalty with
            {
                Counterpart = penalty.Counterpart with
                {
                    LegalRepresentative = owner,
                    LegalRepresentativeDocument = new IdentityDocument("身份证", id),
                },
                Remarks = $"电话{phone}",
            });
        }

        _road.Projector.CatchUp();
        _road.Shown().Count.ShouldBe(60);
        _road.Close();
        var bytes = Bytes();
        Contains(bytes, "云州晨光").ShouldBeTrue();
        foreach (var secret in secrets)
        {
            Contains(bytes, secret).ShouldBeFalse();
            Contains(bytes, Shifted(secret)).ShouldBeFalse();
        }

        _road.Open();
        foreach (var secret in secrets) _road.Query.List(new PublicFilter { Text = secret }, null, 10).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Readers_SeeWholeStates_WhileSeveralProjectorsWrite()
    {
        for (var i = 0; i < 40; i++) _road.Submit(_road.Penalty());
        _road.Projector.CatchUp();
        using var other = new SqlitePublicStore(_road.PublicPath, _road.Clock);
        var second = new Projector(_road.Ledger, other, _road.Rules, _road.Clock);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var read = 0;
            while (!stop.IsCancellationRequested)
            {
                using var query = new SqlitePublicQuery(_road.PublicPath, _road.Clock);
                for (var i = 0; i < 20; i++, read++)
                {
                    var page = query.List(new PublicFilter { Text = "晨光" }, null, 100);
                    page.Rows.Select(r => r.Id).Distinct().Count().ShouldBe(page.Rows.Count);
                    foreach (var row in page.Rows.Take(5)) query.Find(row.Id).Record.ShouldNotBeNull();
                }
            }

            return read;
        })).ToList();

        for (var round = 0; round < 15; round++)
        {
            _road.Ledger.Submit([.. Enumerable.Range(0, 20).Select(_ => ProjectionFixture.Submission(_road.Penalty()))]);
            await Task.WhenAll(Task.Run(() => _road.Projector.CatchUp()), Task.Run(() => second.CatchUp()));
        }

        await stop.CancelAsync();
        foreach (var reader in readers) (await reader).ShouldBeGreaterThan(0);
        _road.Shown().Count.ShouldBe(340);
        _road.Query.List(new PublicFilter(), null, 1).Total.ShouldBe(340);
        _road.Query.Overview().Penalties.ShouldBe(340);
    }

    [Fact]
    public void Maintain_ChangesNoAnswer()
    {
        for (var i = 0; i < 12; i++)
        {
            for (var n = 0; n < 10; n++) _road.Submit(_road.Penalty());
            _road.Projector.CatchUp();
        }

        var filter = new PublicFilter { Text = "晨光 食品" };
        var before = _road.Shown(filter);
        before.Count.ShouldBe(120);
        _road.Projector.Maintain().ShouldBe(0);
        _road.Shown(filter).ShouldBe(before);
        _road.Query.List(filter, null, 10).Total.ShouldBe(120);
        _road.Clock.Advance(TimeSpan.FromDays(800));
        _road.Query.List(filter, null, 10).Total.ShouldBe(0);
        _road.Projector.Maintain().ShouldBe(120);
        _road.Query.List(filter, null, 10).Total.ShouldBe(0);
    }

    [Fact]
    public void AWithdrawalThatCannotBeWritten_IsShutOutByThisProcess()
    {
        var gone = _road.Submit(_road.Penalty());
        _road.Projector.CatchUp();
        _road.Ledger.Withdraw(new CreditKit.Ledger.Withdrawal(gone.RecordId, WithdrawalGround.Revoked, "撤销", "tester"));
        var broken = new Projector(_road.Ledger, new BrokenStore(_road.Store), _road.Rules, _road.Clock, _road.Denied);
        Should.Throw<CreditKitException>(() => broken.ProjectNow(gone.RecordId)).Code.ShouldBe("CK1213");
        _road.Query.Find(gone.PublicId).Record.ShouldBeNull();
        _road.Query.List(new PublicFilter(), null, 10).Rows.ShouldBeEmpty();
        _road.Projector.CatchUp();
        _road.Denied.Contains(gone.PublicId).ShouldBeFalse();
        _road.Query.Find(gone.PublicId).Record.ShouldBeNull();
    }

    public void Dispose() => _road.Dispose();

    private byte[] Bytes() => [.. new[] { "", "-wal" }.Where(s => File.Exists(_road.PublicPath + s)).SelectMany(s => File.ReadAllBytes(_road.PublicPath + s))];

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    // The index stores ASCII moved up by 0x80.
    private static string Shifted(string text) => string.Concat(text.Select(c => (char)(c + 0x80)));

    private sealed class BrokenStore(IPublicStore inner) : IPublicStore
    {
        public string? DocumentMark(string name) => inner.DocumentMark(name);

        public void PutDocument(string name, string mark, string content) => inner.PutDocument(name, mark, content);

        public long Position => inner.Position;
        public bool IsComplete => inner.IsComplete;
        public string Fingerprint => inner.Fingerprint;
        public PreparedBatch Prepare(IReadOnlyList<PublicChange> changes, PreparedBatch? again = null) => inner.Prepare(changes, again);
        public bool Apply(PreparedBatch batch, long from, long to) => inner.Apply(batch, from, to);
        public void ApplyNow(PublicChange change) => throw new CreditKitException("CK1213", "磁盘已满。", "请清理磁盘。");
        public void Complete(string fingerprint, bool ended = true) => inner.Complete(fingerprint, ended);
        public int Sweep(DateOnly before, int limit) => inner.Sweep(before, limit);
        public bool Tidy(int pages) => inner.Tidy(pages);
        public void Stage(PublicChange change, Func<string, int, int, byte[]?> piece) => inner.Stage(change, piece);
        public IPublicStore Beside() => inner.Beside();
        public void Take(IPublicStore beside) => inner.Take(beside);
        public void Dispose() => inner.Dispose();
    }
}
