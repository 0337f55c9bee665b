using CreditKit.Publication;
using CreditKit.Publication.Search;
using CreditKit.Records;

namespace CreditKit.StoreConformance.Public;

/// <summary>What every public store must do. A store inherits this with a fixture of a few lines.</summary>
public abstract class PublicStoreConformance : IDisposable
{
    private static readonly DateOnly First = new(2023, 1, 1);
    private readonly StandingClock _clock = new(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));
    private readonly ListModel _model = new();
    private readonly Lazy<IPublicStore> _store;
    private readonly Lazy<IPublicQuery> _query;
    private long _position;

    protected PublicStoreConformance()
    {
        _store = new(() => OpenStore(_clock));
        _query = new(() => OpenQuery(_clock));
    }

    private protected abstract IPublicStore OpenStore(TimeProvider time);

    private protected abstract IPublicQuery OpenQuery(TimeProvider time);

    private IPublicStore Store => _store.Value;

    private IPublicQuery Query => _query.Value;

    [Fact]
    public void Query_IsNotReady_UntilTheStoreIsComplete()
    {
        Query.IsReady.ShouldBeFalse();
        Apply(Invent(10));
        Thread.Sleep(250);
        Query.IsReady.ShouldBeFalse();
        Store.Complete("law");
        Wait(() => Query.IsReady);
        Query.Overview().Licenses.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void List_GivesEveryRecordOnce_WhenPagedForwardAndBack()
    {
        Fill(700);
        foreach (var filter in Filters())
        {
            var expected = _model.List(filter, _clock.GetUtcNow());
            foreach (var size in new[] { 7, 100 })
            {
                var pages = new List<PublicPage> { Query.List(filter, null, size) };
                while (pages[^1].Next is { } next) pages.Add(Query.List(filter, next, size));
                pages.SelectMany(p => p.Rows).Select(r => r.Id).ShouldBe(expected);
                pages[0].Previous.ShouldBeNull();

                var page = pages[^1];
                for (var i = pages.Count - 2; i >= 0; i--)
                {
                    page = Query.List(filter, page.Previous.ShouldNotBeNull(), size);
                    page.Rows.Select(r => r.Id).ShouldBe(pages[i].Rows.Select(r => r.Id));
                }

                page.Previous.ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Total_IsExact_ForEveryFilter()
    {
        Fill(1_500);
        foreach (var filter in Filters())
        {
            var expected = _model.List(filter, _clock.GetUtcNow()).Count;
            var page = Query.List(filter, null, 20);
            page.TotalIsBound.ShouldBe(expected > 1_000 && Narrowed(filter), filter.ToString());
            page.Total.ShouldBe(page.TotalIsBound ? 1_000 : expected, filter.ToString());
        }
    }

    [Fact]
    public void Facets_GiveWhatTheFilterWouldGive_ForEveryValue()
    {
        Fill(900);
        foreach (var filter in Filters())
        {
            var facets = Query.Facets(filter);
            if (!facets.Exact) continue;
            foreach (var facet in facets.Authorities) _model.List(filter with { Authority = facet.Value }, _clock.GetUtcNow()).Count.ShouldBe((int)facet.Count);
            foreach (var facet in facets.Categories) _model.List(filter with { Category = facet.Value }, _clock.GetUtcNow()).Count.ShouldBe((int)facet.Count);
            foreach (var facet in facets.Severities) _model.List(filter with { Severity = Enum.Parse<Severity>(facet.Value) }, _clock.GetUtcNow()).Count.ShouldBe((int)facet.Count);
            facets.Authorities.Sum(f => f.Count).ShouldBe(_model.List(filter with { Authority = null }, _clock.GetUtcNow()).Count);
        }
    }

    [Fact]
    public void Find_GivesTheWholeRecord_AsItWasWritten()
    {
        Fill(300);
        var visible = _model.List(new PublicFilter(), _clock.GetUtcNow()).ToHashSet();
        visible.Count.ShouldBeInRange(1, 299);
        foreach (var change in _model.Changes)
            Query.Find(change.Id).Record.ShouldBe(visible.Contains(change.Id) ? change.Record : null);
        Query.Find("nothing").ShouldBe(new PublicLookup(null, null));
        Query.Find("").ShouldBe(new PublicLookup(null, null));
    }

    [Fact]
    public void Stream_GivesEveryVisibleRecord_InOrder()
    {
        Fill(1_200);
        var filter = new PublicFilter { Kind = RecordKind.Penalty };
        Query.Stream(filter).Select(r => r.Id).ShouldBe(_model.List(filter, _clock.GetUtcNow()));
        Query.StreamRows(new PublicFilter()).Select(r => r.Id).ShouldBe(_model.List(new PublicFilter(), _clock.GetUtcNow()));
    }

    [Fact]
    [Trait("Requirement", "000-42")]
    public void Search_EqualsASubstringScan_ForRandomWords()
    {
        Fill(3_000);
        var random = new Random(7);
        var texts = _model.Texts.ToArray();
        var hits = 0;
        for (var i = 0; i < 600; i++)
        {
            var filter = new PublicFilter { Text = Words(random, texts), Kind = random.Next(4) == 0 ? RecordKind.Penalty : null };
            var expected = _model.List(filter, _clock.GetUtcNow());
            hits += expected.Count;
            Query.StreamRows(filter).Select(r => r.Id).ShouldBe(expected, $"words: {filter.Text}");
            Query.List(filter, null, 20).Total.ShouldBe(Math.Min(expected.Count, 1_000));
        }

        hits.ShouldBeGreaterThan(600);
    }

    [Theory]
    [InlineData("\"AND (")]
    [InlineData("single : \"x\"")]
    [InlineData("NEAR(有限 公司, 2)")]
    [InlineData("有限* OR 公司")]
    [InlineData("^有限")]
    [InlineData("-有限 +公司")]
    [InlineData("{pair} : 有限")]
    [InlineData("'; DROP TABLE item; --")]
    [InlineData("\0有限\0公司")]
    [InlineData("👍🏽👨‍👩‍👧")]
    [InlineData("\uD800\uDC00\uD800")]
    [InlineData("有限\uDFFF公司")]
    [InlineData("\uFFFF\uFFFE")]
    [InlineData("%_%")]
    [InlineData("\u0080\u0085\u00AD")]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    public void Search_TakesTextAsText_WhateverItHolds(string text)
    {
        Fill(400);
        var filter = new PublicFilter { Text = text };
        Query.StreamRows(filter).Select(r => r.Id).ShouldBe(_model.List(filter, _clock.GetUtcNow()));
    }

    [Fact]
    public void Search_OfCodesAndNumbers_NeitherJoinsNorLosesStretches()
    {
        var change = new InventedRecords(3).Next(1, new DateOnly(2026, 1, 1), 1, endless: true);
        change = change with { Record = change.Record! with { CounterpartName = "甲1234乙2345丙12有限公司", DocumentNumber = "（2026）9133A567-B号", Until = null } };
        Apply([change]);
        Store.Complete("law");
        Wait(() => Query.IsReady);
        foreach (var text in new[] { "1234", "234", "甲1234", "甲1234乙", "1234乙2345", "234乙234", "2345丙12有", "9133a567-b", "3A567-", "(2026)9133", "〔2026〕９１３３号".TrimEnd('号'), "B号", "甲1234乙2345丙12有限公司", "1234 9133" })
            Query.List(new PublicFilter { Text = text }, null, 20).Total.ShouldBe(1, text);
        foreach (var text in new[] { "12345", "乙1234", "2345乙", "9133a567b", "1234乙1234", "甲2345", "12有3", "2026)9134", "1234 9134" })
            Query.List(new PublicFilter { Text = text }, null, 20).Total.ShouldBe(0, text);
    }

    [Fact]
    [Trait("Requirement", "000-42")]
    public void Search_FindsEveryStretch_OfTextThatMixesNumbersAndCharacters()
    {
        var change = new InventedRecords(3).Next(1, new DateOnly(2026, 1, 1), 1, endless: true);
        const string mixed = "于2025年11月26日销售A区3元以下货物，共12345.60元，见〔2025〕6830号，第4条2025";
        change = change with { Record = change.Record! with { CounterpartName = mixed, DocumentNumber = "云罚〔2024〕16830号", Until = null } };
        Apply([change]);
        Store.Complete("law");
        Wait(() => Query.IsReady);
        var folded = SearchText.Of(change.Record!);
        var value = TextFold.Fold(mixed);
        for (var length = 1; length <= 9; length++)
            for (var start = 0; start + length <= value.Length; start++)
            {
                var word = value.Substring(start, length);
                Query.List(new PublicFilter { Text = word }, null, 20).Total.ShouldBe(1, word);
                // Its end replaced: mostly in no record, and then not found.
                word = word[..^1] + value[(start + 17) % value.Length];
                Query.List(new PublicFilter { Text = word }, null, 20).Total.ShouldBe(folded.Contains(word, StringComparison.Ordinal) ? 1 : 0, word);
            }
    }

    [Fact]
    public void Search_FindsAllForms_OfTheSameWord()
    {
        var change = new InventedRecords(3).Next(1, new DateOnly(2026, 1, 1), 1, endless: true);
        change = change with { Record = change.Record! with { CounterpartName = "雲州廣廈（集團）ＡＢＣ有限公司", DocumentNumber = "云市监罚〔2026〕12号", Until = null } };
        Apply([change]);
        Store.Complete("law");
        Wait(() => Query.IsReady);
        foreach (var text in new[] { "云州广厦", "雲州廣廈", "广厦(集团)abc", "廣廈【集团】ABC", "[2026]12号", "(２０２６)１２", "云 市监罚 〔2026〕", "ａｂｃ", "〕12" })
            Query.List(new PublicFilter { Text = text }, null, 20).Total.ShouldBe(1, text);
        foreach (var text in new[] { "云州广厦集团", "abcd", "〔2025〕", "司云" })
            Query.List(new PublicFilter { Text = text }, null, 20).Total.ShouldBe(0, text);
    }

    [Fact]
    [Trait("Requirement", "000-27")]
    public void Answers_FollowTheClock_WithoutAnyJob()
    {
        Fill(800);
        var moments = new List<DateTimeOffset>();
        for (var day = First.AddDays(-2); day < First.AddDays(1_600); day = day.AddDays(37))
        {
            var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
            moments.AddRange([midnight.AddMilliseconds(-1), midnight, midnight.AddHours(13)]);
        }

        foreach (var change in _model.Changes.Take(60))
        {
            if (change.Record!.Until is { } until) moments.Add(new DateTimeOffset(until.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)));
            moments.Add(change.Record.PublishedAt);
        }

        var search = new PublicFilter { Text = "公司" };
        foreach (var moment in moments.Concat(moments.AsEnumerable().Reverse()))
        {
            _clock.Set(moment.ToUniversalTime());
            var expected = _model.List(new PublicFilter(), moment);
            Query.StreamRows(new PublicFilter()).Select(r => r.Id).ShouldBe(expected, moment.ToString("O"));
            Query.List(new PublicFilter(), null, 20).Total.ShouldBe(expected.Count, moment.ToString("O"));
            Query.List(search, null, 20).Total.ShouldBe(Math.Min(_model.List(search, moment).Count, 1_000));
            var overview = Query.Overview();
            (overview.Licenses + overview.Penalties).ShouldBe(expected.Count);
            var month = moment.ToOffset(TimeSpan.FromHours(8));
            overview.AddedThisMonth.ShouldBe(_model.Changes.Count(c => expected.Contains(c.Id) && c.PublishBy is not null && c.Record!.PublishedAt.ToOffset(TimeSpan.FromHours(8)) is var at && at.Year == month.Year && at.Month == month.Month));

            // Between now and the boundary nothing changes; at the boundary it may.
            if (Query.NextBoundary is { } boundary)
            {
                boundary.ShouldBeGreaterThan(moment);
                _model.List(new PublicFilter(), boundary.AddMilliseconds(-1)).ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void Correction_ReplacesTheRecord_AlsoWhereItsPlaceChanges()
    {
        Fill(200);
        var old = _model.Changes.First(c => c.Record!.Until is null);
        var corrected = old with
        {
            Revision = 2,
            Sequence = _position + 1,
            Record = old.Record! with { Revision = 2, CounterpartName = "临江更正后的名称龘", DecisionDate = new DateOnly(2026, 3, 1), Fields = [new("Counterpart.Name", "counterpart", "行政相对人名称", "临江更正后的名称龘", false)] },
        };
        Apply([corrected]);
        Query.Find(old.Id).Record.ShouldBe(corrected.Record);
        Query.List(new PublicFilter { Text = "更正后的名称龘" }, null, 20).Rows.ShouldHaveSingleItem().Id.ShouldBe(old.Id);
        Query.StreamRows(new PublicFilter()).Select(r => r.Id).ShouldBe(_model.List(new PublicFilter(), _clock.GetUtcNow()));
        Query.List(new PublicFilter(), null, 20).Total.ShouldBe(_model.List(new PublicFilter(), _clock.GetUtcNow()).Count);
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public void Withdrawal_IsGoneAtOnce_AndAnOlderStateNeverReturns()
    {
        Fill(200);
        var change = _model.Changes.First(c => c.Record!.Until is null);
        var version = Query.Version;
        var notice = new WithdrawalNotice(change.Id, change.Record!.DocumentNumber, change.Record.AuthorityName, _clock.GetUtcNow(), "原决定被依法撤销");
        var withdrawn = change with { Record = null, Sequence = _position + 10, Notice = notice, NoticeUntil = new DateOnly(2026, 4, 1) };
        Store.ApplyNow(withdrawn);
        _model.Apply(withdrawn);
        Query.Version.ShouldNotBe(version);
        (Query.Version % 2).ShouldBe(0);
        Query.Find(change.Id).ShouldBe(new PublicLookup(null, notice));
        Query.Notices(10).ShouldBe([notice]);

        // The batch that had read the record before it was withdrawn comes later.
        Store.Apply(Store.Prepare([change]), _position, _position + 9).ShouldBeTrue();
        Query.Find(change.Id).Record.ShouldBeNull();
        Query.StreamRows(new PublicFilter()).Select(r => r.Id).ShouldBe(_model.List(new PublicFilter(), _clock.GetUtcNow()));

        _clock.Set(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        Query.Find(change.Id).ShouldBe(new PublicLookup(null, null));
        Query.Notices(10).ShouldBeEmpty();
    }

    [Fact]
    public void Withdrawal_OfARecordNotProjectedYet_HoldsAgainstTheBatchOnItsWay()
    {
        Fill(20);
        var late = new InventedRecords(99).Next(5_000, First, 10, endless: true) with { Sequence = _position + 1 };
        Store.ApplyNow(late with { Record = null, Sequence = _position + 2 });
        Store.Apply(Store.Prepare([late]), _position, _position + 1).ShouldBeTrue();
        Query.Find(late.Id).Record.ShouldBeNull();
    }

    [Fact]
    public void Apply_DoesNothing_WhenSomebodyElseMovedThePosition()
    {
        Fill(10);
        var late = new InventedRecords(98).Next(6_000, First, 10, endless: true) with { Sequence = _position + 1 };
        Store.Apply(Store.Prepare([late]), _position - 1, _position + 1).ShouldBeFalse();
        Store.Position.ShouldBe(_position);
        Query.Find(late.Id).Record.ShouldBeNull();
    }

    [Fact]
    public void Sweep_ChangesNoAnswer()
    {
        Fill(900);
        var before = _model.List(new PublicFilter(), _clock.GetUtcNow());
        var day = new DateOnly(2026, 3, 9);
        var swept = Store.Sweep(day, 10_000);
        swept.ShouldBe(_model.Changes.Count(c => c.Record!.Until < day));
        swept.ShouldBeGreaterThan(10);
        Query.StreamRows(new PublicFilter()).Select(r => r.Id).ShouldBe(before);
        Query.List(new PublicFilter { Text = "公司" }, null, 20).Total.ShouldBe(Math.Min(1_000, _model.List(new PublicFilter { Text = "公司" }, _clock.GetUtcNow()).Count));
        Query.List(new PublicFilter(), null, 20).Total.ShouldBe(before.Count);
        _clock.Advance(TimeSpan.FromDays(200));
        Query.List(new PublicFilter(), null, 20).Total.ShouldBe(_model.List(new PublicFilter(), _clock.GetUtcNow()).Count);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("////////////")]
    [InlineData("zzzzzzzzzzzz")]
    [InlineData("1 OR 1=1")]
    [InlineData("汉字汉字汉字汉字汉字汉字")]
    public void List_TakesABrokenCursorForNone_OrGivesAnEmptyPage(string cursor)
    {
        Fill(50);
        var page = Query.List(new PublicFilter(), cursor, 20);
        (page.Rows.Count == 0 || page.Rows[0].Id == _model.List(new PublicFilter(), _clock.GetUtcNow())[0]).ShouldBeTrue();
    }

    [Fact]
    public void OnTimeShare_CountsVisibleRecordsWithADeadline()
    {
        Fill(500);
        var visible = _model.List(new PublicFilter(), _clock.GetUtcNow()).ToHashSet();
        var due = _model.Changes.Where(c => visible.Contains(c.Id) && c.PublishBy is not null).ToList();
        var onTime = due.Count(c => DateOnly.FromDateTime(c.Record!.PublishedAt.ToOffset(TimeSpan.FromHours(8)).DateTime) <= c.PublishBy);
        Query.Overview().OnTimeShare.ShouldNotBeNull().ShouldBe((double)onTime / due.Count, 1e-9);
        onTime.ShouldBeLessThan(due.Count);
    }

    public virtual void Dispose()
    {
        if (_query.IsValueCreated) (_query.Value as IDisposable)?.Dispose();
        if (_store.IsValueCreated) _store.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    private static IEnumerable<PublicFilter> Filters() =>
    [
        new(),
        new() { Kind = RecordKind.License },
        new() { Kind = RecordKind.Penalty, Authority = "云州市水务局" },
        new() { Authority = "云州市水务局", Category = "警告", Severity = Severity.Serious },
        new() { Category = "没有这一类" },
        new() { Severity = Severity.General, CounterpartKind = CounterpartKind.NaturalPerson },
        new() { LicenseStatus = LicenseStatus.Valid, Category = "普通" },
        new() { DecidedFrom = new DateOnly(2024, 6, 1) },
        new() { DecidedFrom = new DateOnly(2024, 6, 1), DecidedTo = new DateOnly(2024, 8, 31), Kind = RecordKind.License },
        new() { DecidedTo = new DateOnly(2023, 5, 1), Authority = "云州市应急管理局" },
        new() { Text = "公司" },
        new() { Text = "公司", Category = "登记" },
        new() { Text = "食品 公司", DecidedFrom = new DateOnly(2025, 1, 1) },
    ];

    private static bool Narrowed(PublicFilter filter) => filter.Text is not null || filter.DecidedFrom is not null || filter.DecidedTo is not null;

    private static string Words(Random random, string[] texts)
    {
        var words = new List<string>();
        for (var n = random.Next(4) == 0 ? 2 : 1; n > 0; n--)
        {
            var text = texts[random.Next(texts.Length)].Split(SearchText.Separator)[random.Next(3)];
            var runes = text.EnumerateRunes().ToArray();
            if (runes.Length == 0) continue;
            var length = Math.Min(runes.Length, random.Next(5) switch { 0 => 1, 1 => 2, 2 => 3, 3 => 6, _ => random.Next(1, 40) });
            var start = random.Next(runes.Length - length + 1);
            words.Add(string.Concat(runes.Skip(start).Take(length).Select(r => r.ToString())));
        }

        return words.Count == 0 ? "无此词" : string.Join(random.Next(2) == 0 ? " " : "\u3000", words);
    }

    private static List<PublicChange> Invent(int count)
    {
        var invented = new InventedRecords(1);
        return [.. Enumerable.Range(1, count).Select(i => invented.Next(i, First, 1_150))];
    }

    private void Fill(int count)
    {
        foreach (var chunk in Invent(count).Chunk(250)) Apply(chunk);
        Store.Complete("law");
        Wait(() => Query.IsReady);
    }

    private void Apply(IReadOnlyList<PublicChange> changes)
    {
        var to = Math.Max(_position + 1, changes.Max(c => c.Sequence));
        Store.Apply(Store.Prepare(changes), _position, to).ShouldBeTrue();
        _position = to;
        foreach (var change in changes) _model.Apply(change);
        if (Store.IsComplete) Store.Complete("law");
    }

    // A reader looks for a new file a few times a second.
    private static void Wait(Func<bool> condition) => SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(5)).ShouldBeTrue();
}
