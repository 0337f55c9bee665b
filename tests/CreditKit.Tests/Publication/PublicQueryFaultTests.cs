using System.Text;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Search;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using CreditKit.StoreConformance.Public;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Publication;

public sealed class PublicQueryFaultTests : IDisposable
{
    private static readonly string[] Alphabet = ["1", "1", "1", "2", "0", "a", "号", "〔", "😀", "𠮷", "é", "¡", "!", "-", "有", "·", "ß", "㈱", "①", "İ", "Å", "ﬁ", "\uD83D", "\u00B1", "\u0301"];
    private readonly TempFolder _folder = new();
    private readonly StandingClock _clock = new(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));
    private readonly ListModel _model = new();

    public void Dispose() => _folder.Dispose();

    private static string Any(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(0, most + 1)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryWayOfAsking_GivesWhatAScanGives(int seed)
    {
        var random = new Random(seed);
        var invented = new InventedRecords(seed);
        using var store = new SqlitePublicStore(_folder.File("public.db"), _clock);
        var changes = Enumerable.Range(1, 300).Select(i =>
        {
            var c = invented.Next(i, new DateOnly(2025, 6, 1), 300);
            return c with { Record = c.Record! with { CounterpartName = Any(random, 50), DocumentNumber = Any(random, 12), Summary = Any(random, 70), Title = Any(random, 3), Fields = [new PublicField("x", "decision", "x", Any(random, 45), false)] } };
        }).ToList();
        store.Apply(store.Prepare(changes), 0, 300).ShouldBeTrue();
        store.Complete("x");
        foreach (var c in changes) _model.Apply(c);
        // Some go again.
        for (var i = 0; i < 20; i++)
        {
            var gone = changes[i * 7] with { Record = null, Sequence = 400 + i };
            store.ApplyNow(gone);
            _model.Apply(gone);
        }

        using var query = new SqlitePublicQuery(_folder.File("public.db"), _clock);
        SpinWait.SpinUntil(() => query.IsReady, 3000).ShouldBeTrue();
        using var session = new ReaderSession(_folder.File("public.db"), 1, false, 8000);
        var texts = _model.Texts.ToArray();
        var walk = new WordWalk();
        var hits = 0;
        for (var n = 0; n < 400; n++)
        {
            var words = new List<string>();
            for (var k = random.Next(4) == 0 ? random.Next(1, 4) : 1; k > 0; k--)
            {
                if (random.Next(5) == 0) { words.Add(Any(random, random.Next(1, 45))); continue; }
                var values = texts[random.Next(texts.Length)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var runes = values[random.Next(values.Length)].EnumerateRunes().ToArray();
                var length = Math.Min(runes.Length, random.Next(3) == 0 ? random.Next(1, 46) : random.Next(1, 9));
                var start = random.Next(runes.Length - length + 1);
                var word = runes.Skip(start).Take(length).Select(r => r.ToString()).ToArray();
                if (random.Next(3) == 0) word[random.Next(word.Length)] = Alphabet[random.Next(Alphabet.Length)];
                words.Add(string.Concat(word));
            }

            var filter = new PublicFilter { Text = string.Join(' ', words), SubjectCode = random.Next(12) == 0 ? changes[random.Next(300)].Record!.CounterpartCode : null, Kind = random.Next(4) == 0 ? RecordKind.Penalty : null, DecidedFrom = random.Next(5) == 0 ? new DateOnly(2025, 9, 1) : null, DecidedTo = random.Next(5) == 0 ? new DateOnly(2026, 1, 1) : null };
            var parsed = SearchQuery.Parse(filter.Text);
            var expected = _model.List(filter, _clock.GetUtcNow());
            hits += expected.Count;
            query.StreamRows(filter).Select(r => r.Id).ShouldBe(expected, filter.Text);
            if (n % 5 == 0) Pages(query, filter, expected, random.Next(1, 9));
            if (parsed is null || filter.SubjectCode is not null) continue;
            var bare = _model.List(filter with { Kind = null }, _clock.GetUtcNow());
            var window = Window.Of(filter, _clock.GetUtcNow().ToUnixTimeMilliseconds());
            Ids(ListWalk.Take(session.OfWords(window, SearchMatch.Of(parsed, [])), int.MaxValue, null, int.MaxValue, out _)).ShouldBe(bare, filter.Text);
            foreach (var part in parsed.Words.SelectMany(SearchMatch.Parts))
                Ids(walk.Hits(session, part, parsed, window, null, null, int.MaxValue)!).ShouldBe(bare, $"{filter.Text}: {Encoding.UTF8.GetString(part)}");
        }

        hits.ShouldBeGreaterThan(500);

        IEnumerable<string> Ids(List<Hit> found) => found.Select(h => InventedRecords.Id((int)(h.Key & PublicSchema.ArrivalMask)));
    }

    private static void Pages(SqlitePublicQuery query, PublicFilter filter, List<string> expected, int size)
    {
        var pages = new List<PublicPage> { query.List(filter, null, size) };
        while (pages[^1].Next is { } next) pages.Add(query.List(filter, next, size));
        pages.SelectMany(p => p.Rows).Select(r => r.Id).ShouldBe(expected);
        foreach (var p in pages) p.Total.ShouldBe(expected.Count);
        var page = pages[^1];
        for (var i = pages.Count - 2; i >= 0; i--)
        {
            page = query.List(filter, page.Previous.ShouldNotBeNull(), size);
            page.Rows.Select(r => r.Id).ShouldBe(pages[i].Rows.Select(r => r.Id));
        }

        page.Previous.ShouldBeNull();
        var facets = query.Facets(filter);
        facets.Exact.ShouldBeTrue();
        facets.Authorities.Sum(f => f.Count).ShouldBe(expected.Count);
    }

    private sealed class HookClock(TimeProvider inner) : TimeProvider
    {
        public Action? Hook { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var hook = Hook;
            Hook = null;
            hook?.Invoke();
            return inner.GetUtcNow();
        }
    }

    private SqlitePublicStore Store(string name, int seed, int count)
    {
        var store = new SqlitePublicStore(_folder.File(name), _clock);
        var invented = new InventedRecords(seed);
        store.Apply(store.Prepare([.. Enumerable.Range(1, count).Select(i => invented.Next(i, new DateOnly(2026, 1, 1), 20, endless: true))]), 0, count).ShouldBeTrue();
        store.Complete("x");
        return store;
    }

    [Fact]
    public void SnapshotReplaced_WhileAQuestionWaitsForItsConnection_IsSeenAsAWhole()
    {
        using (Store("a.db", 1, 40)) SnapshotShipper.Ship(_folder.File("a.db"), _folder.File("out.db"));
        using var b = Store("b.db", 2, 90);
        var clock = new HookClock(_clock);
        using var query = new SqlitePublicQuery(_folder.File("out.db"), clock, snapshot: true);
        query.IsReady.ShouldBeTrue();
        // The question has its connection; another snapshot comes, and a second passes (a busy machine, a wait for a place).
        clock.Hook = () =>
        {
            SnapshotShipper.Ship(_folder.File("b.db"), _folder.File("out.db"));
            Thread.Sleep(1_100);
        };
        query.Overview();
        Thread.Sleep(1_100);
        using var fresh = new SqlitePublicQuery(_folder.File("out.db"), _clock, snapshot: true);
        query.List(new(), null, 100).Rows.SequenceEqual(fresh.List(new(), null, 100).Rows).ShouldBeTrue("rows of the new file with agencies and kinds of the former");
        query.Overview().ShouldBe(fresh.Overview());
        query.List(new(), null, 20).Total.ShouldBe(fresh.List(new(), null, 20).Total);
    }

    [Fact]
    public void ConnectionOpenedAfterASnapshotCame_DoesNotMixWithTheFrameOfTheFormer()
    {
        using (Store("a.db", 1, 40)) SnapshotShipper.Ship(_folder.File("a.db"), _folder.File("out.db"));
        using var b = Store("b.db", 2, 90);
        var clock = new HookClock(_clock);
        using var query = new SqlitePublicQuery(_folder.File("out.db"), clock, snapshot: true);
        query.List(new(), null, 100);
        PublicPage? second = null;
        clock.Hook = () =>
        {
            // One connection is out; a second visitor needs another one just after the file was replaced.
            SnapshotShipper.Ship(_folder.File("b.db"), _folder.File("out.db"));
            second = query.List(new(), null, 100);
        };
        query.List(new(), null, 100);
        var versionOfSecond = second!;
        using var fresh = new SqlitePublicQuery(_folder.File("out.db"), _clock, snapshot: true);
        var right = fresh.List(new(), null, 100).Rows.ToDictionary(r => r.Id);
        var dbA = new SqlitePublicQuery(_folder.File("a.db"), _clock);
        var former = dbA.List(new(), null, 100).Rows.ToDictionary(r => r.Id);
        foreach (var row in versionOfSecond.Rows)
            (row == right.GetValueOrDefault(row.Id) || row == former.GetValueOrDefault(row.Id)).ShouldBeTrue($"{row} is in neither file");
        dbA.Dispose();
    }

    [Fact]
    public void ADamagedRow_LeavesNoConnectionThatAnswersFromThePast()
    {
        using var store = Store("public.db", 1, 60);
        using var query = new SqlitePublicQuery(_folder.File("public.db"), _clock);
        var rows = query.List(new(), null, 60).Rows;
        var (bad, gone) = (rows[5].Id, rows[20].Id);
        using (var c = NativeConnection.Open(_folder.File("public.db"), readOnly: false))
            c.Execute($"UPDATE document SET body = x'01' WHERE arrival = (SELECT key & {PublicSchema.ArrivalMask} FROM address WHERE id = '{bad}')");
        Should.Throw<Exception>(() => query.Find(bad));
        store.ApplyNow(new() { Id = gone, Arrival = 1, Revision = 2, Sequence = 100 });
        var faults = new List<string>();
        try
        {
            if (query.Find(gone).Record is not null) faults.Add("Find shows the withdrawn record");
        }
        catch (Exception e) { faults.Add("Find: " + e.Message); }

        if (query.List(new(), null, 100).Rows.Any(r => r.Id == gone)) faults.Add("List shows the withdrawn record");
        if (query.List(new(), null, 100).Total != 59) faults.Add("Total counts the withdrawn record");
        if (query.StreamRows(new()).Any(r => r.Id == gone)) faults.Add("Download holds the withdrawn record");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void ExceptionsInsideQuestions_GiveTheirPlacesBack()
    {
        using var store = Store("public.db", 1, 60);
        var clock = new HookClock(_clock);
        using var query = new SqlitePublicQuery(_folder.File("public.db"), clock);
        query.IsReady.ShouldBeTrue();
        for (var i = 0; i < 40; i++)
        {
            clock.Hook = () => throw new InvalidOperationException("x");
            Should.Throw<InvalidOperationException>(() => query.List(new(), null, 5));
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        query.List(new(), null, 5).Rows.Count.ShouldBe(5);
        watch.ElapsedMilliseconds.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task ManyAskersOnFewConnections_GetAnswersWhileRecordsGo()
    {
        using var store = Store("public.db", 1, 400);
        using var query = new SqlitePublicQuery(_folder.File("public.db"), _clock);
        var ids = query.StreamRows(new()).Select(r => r.Id).ToList();
        var gone = 0;
        var stop = false;
        var askers = Enumerable.Range(0, 12).Select(n => Task.Factory.StartNew(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                var before = Volatile.Read(ref gone);
                var filter = (n % 4) switch { 0 => new PublicFilter(), 1 => new PublicFilter { Text = "公司" }, 2 => new PublicFilter { Kind = RecordKind.Penalty }, _ => new PublicFilter { Text = "云市监罚" } };
                var seen = new HashSet<string>();
                if (n % 3 == 0) foreach (var lines in query.StreamLines(filter)) while (lines.Next(out var line)) seen.Add(Encoding.UTF8.GetString(line.Id));
                if (n % 3 == 1) foreach (var r in query.StreamRows(filter)) seen.Add(r.Id);
                if (n % 3 == 2) foreach (var r in query.List(filter, null, 100).Rows) seen.Add(r.Id);
                for (var i = 0; i < before; i++) seen.ShouldNotContain(ids[i]);
                query.List(filter, null, 20).Total.ShouldBeLessThanOrEqualTo(400 - before);
                query.Overview().Licenses.ShouldBeLessThanOrEqualTo(400 - before);
            }
        }, TaskCreationOptions.LongRunning)).ToArray();
        for (var i = 0; i < 150; i++)
        {
            store.ApplyNow(new() { Id = ids[i], Arrival = 1, Revision = 2, Sequence = 1000 + i });
            Volatile.Write(ref gone, i + 1);
            await Task.Delay(10);
        }

        Volatile.Write(ref stop, true);
        await Task.WhenAll(askers).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Lines_AreTheRows_WithADenyListAndManyStretches()
    {
        using (var store = new SqlitePublicStore(_folder.File("public.db"), _clock))
        {
            var invented = new InventedRecords(4);
            store.Apply(store.Prepare([.. Enumerable.Range(1, 3_500).Select(i => invented.Next(i, new DateOnly(2026, 1, 1), 5, endless: true))]), 0, 3_500).ShouldBeTrue();
            store.Complete("x");
        }

        using var open = new SqlitePublicQuery(_folder.File("public.db"), _clock);
        var all = open.StreamRows(new()).Select(r => r.Id).ToList();
        var denied = new DenyList();
        foreach (var id in all.Take(620).Concat(all.Skip(1900).Take(7))) denied.Add(id);
        using var query = new SqlitePublicQuery(_folder.File("public.db"), _clock, denied);
        foreach (var filter in new PublicFilter[] { new(), new() { Text = "公司" }, new() { Kind = RecordKind.Penalty }, new() { Text = "云市监罚〔2026〕" }, new() { Text = "公司", Kind = RecordKind.License } })
        {
            var rows = query.StreamRows(filter).Select(r => r.Id).ToList();
            rows.ShouldBe(open.StreamRows(filter).Select(r => r.Id).Where(id => !denied.Contains(id)));
            foreach (var leave in new[] { int.MaxValue, 37 })
            {
                var seen = new List<string>();
                foreach (var lines in query.StreamLines(filter))
                    for (var i = 0; i < leave && lines.Next(out var line); i++) seen.Add(Encoding.UTF8.GetString(line.Id));
                seen.ShouldBe(rows);
            }
        }
    }

    [Fact]
    public void APartThatBecomesCommon_IsGivenUp_AndNothingIsLost()
    {
        using var store = Store("public.db", 1, 50);
        using var query = new SqlitePublicQuery(_folder.File("public.db"), _clock);
        var filter = new PublicFilter { Text = "龘龘甲 有限公司" };
        query.List(filter, null, 20).Total.ShouldBe(0);
        var invented = new InventedRecords(8);
        var changes = Enumerable.Range(51, 4_300).Select(i => invented.Next(i, new DateOnly(2026, 1, 1), 20, endless: true)).Select((c, i) => c with { Record = c.Record! with { CounterpartName = i % 7 == 0 ? "龘龘甲有限公司" : "龘龘乙有限公司龘甲" } }).ToList();
        store.Apply(store.Prepare(changes), 50, 5_000).ShouldBeTrue();
        store.Complete("x");
        SpinWait.SpinUntil(() => query.List(new(), null, 1).Total == 4_350, 3000).ShouldBeTrue();
        var expected = changes.Where((_, i) => i % 7 == 0).OrderByDescending(c => c.Record!.DecisionDate ?? DateOnly.MinValue).ThenByDescending(c => c.Arrival).Select(c => c.Id).ToList();
        query.List(filter, null, 20).Total.ShouldBe(expected.Count);
        query.StreamRows(filter).Select(r => r.Id).ShouldBe(expected);
        foreach (var c in changes.Where((_, i) => i % 7 == 0).Take(300)) store.ApplyNow(c with { Record = null, Sequence = 6_000 });
        query.List(filter, null, 20).Total.ShouldBe(expected.Count - 300);
        query.StreamRows(filter).Count().ShouldBe(expected.Count - 300);
    }

    [Fact]
    public void Pool_GivesAPlace_AfterTheLongWait_AndSurvivesDisposal()
    {
        using var store = Store("public.db", 1, 10);
        var pool = new ReaderPool(_folder.File("public.db"));
        var most = Math.Clamp(Environment.ProcessorCount + 1, 3, 16);
        var held = Enumerable.Range(0, most).Select(_ => pool.Rent()).ToList();
        var extra = pool.Rent();
        extra.HasPlace.ShouldBeFalse();
        pool.Return(extra);
        pool.Dispose();
        foreach (var s in held) pool.Return(s);
        Thread.Sleep(250); // a look at a file that was not there is not repeated at once
        var again = Enumerable.Range(0, most).Select(_ => pool.Rent()).ToList();
        again.ShouldAllBe(s => s.HasPlace && s.IsUsable);
        foreach (var s in again) pool.Return(s);
        pool.Dispose();
    }

    [Fact]
    public async Task FileMadeAnew_WhileAskersWaitForAConnection_IsAnsweredAsNotReady()
    {
        Store("public.db", 1, 10).Dispose();
        var pool = new ReaderPool(_folder.File("public.db"));
        var most = Math.Clamp(Environment.ProcessorCount + 1, 3, 16);
        var held = Enumerable.Range(0, most).Select(_ => pool.Rent()).ToList();
        var waiting = Task.Factory.StartNew(() => pool.Rent(), TaskCreationOptions.LongRunning);
        await Task.Delay(300);
        foreach (var file in Directory.GetFiles(_folder.Path, "public.db*").Where(f => !f.EndsWith("-signal", StringComparison.Ordinal))) File.Delete(file);
        using var fresh = new SqlitePublicStore(_folder.File("public.db"), _clock); // made anew, not complete yet
        pool.IsReady.ShouldBeFalse();
        foreach (var s in held) pool.Return(s);
        try
        {
            var session = await waiting;
            session.IsUsable.ShouldBeTrue("a connection that can answer nothing was handed out");
        }
        catch (CreditKitException e)
        {
            e.Code.ShouldBe("CK1216");
        }

        pool.Dispose();
    }

    [Fact]
    public void ASlowDownload_OfRowsOrRecords_EndsWithoutWhatWasWithdrawn()
    {
        using var store = Store("public.db", 1, 300);
        using var query = new SqlitePublicQuery(_folder.File("public.db"), _clock);
        var ids = query.StreamRows(new()).Select(r => r.Id).ToList();
        using var rows = query.StreamRows(new()).GetEnumerator();
        using var records = query.Stream(new()).GetEnumerator();
        rows.MoveNext().ShouldBeTrue();
        records.MoveNext().ShouldBeTrue();
        store.ApplyNow(new() { Id = ids[200], Arrival = 1, Revision = 2, Sequence = 1_000 });
        Thread.Sleep(700);
        var late = new List<string>();
        while (rows.MoveNext()) if (rows.Current.Id == ids[200]) late.Add("row");
        while (records.MoveNext()) if (records.Current.Id == ids[200]) late.Add("record");
        late.ShouldBeEmpty();
    }
}
