using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Records;
using CreditKit.Recognition;
using CreditKit.Review;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Review;

[Trait("Requirement", "000-40")]
[Trait("Requirement", "002-10")]
public sealed class ReviewDeskTests : IDisposable
{
    private static readonly string Identity = Codes.IdentityNumber(41);
    private readonly Road _road = new();

    public ReviewDeskTests() => _road.Engine.Projector.CatchUp();

    private ReviewDesk Desk => _road.Engine.Reviews;

    public void Dispose() => _road.Dispose();

    [Fact]
    public void Release_OfAWaitingRecord_ShowsItMasked()
    {
        var id = Submit();
        _road.Engine.Query.Find(id).Record.ShouldBeNull();
        Desk.List(ReviewQueue.Waiting).ShouldHaveSingleItem().Id.ShouldBe(id);

        var outcome = Decide(id, release: true);

        outcome.ShouldSatisfyAllConditions(o => o.Verdict.ShouldBe(ReviewVerdict.Released), o => o.Visible.ShouldBeTrue(), o => o.Reasons.ShouldBeEmpty());
        var shown = Facts(id);
        shown.ShouldNotContain(Identity);
        shown.ShouldContain("青峰山");
        _road.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
        Desk.History(id).ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Actor.ShouldBe("审查员甲"), e => e.Revision.ShouldBe(1), e => e.Confirmed.ShouldBeGreaterThan(0));
    }

    [Fact]
    [Trait("Requirement", "000-38")]
    public void Open_ShowsTheSpansAndEntersTheReader()
    {
        var id = Submit();
        var sheet = Desk.Open(id, new AccessRequest("审查员甲", "公开前审查"))!;
        var facts = sheet.Fields.Single(f => f.Field == "ViolationFacts");
        var hit = facts.Spans.Single(s => s.Kind == PersonalDataKind.IdentityNumber);
        facts.Text.Substring(hit.Start, hit.Length).ShouldBe(Identity);
        hit.Certain.ShouldBeTrue();
        facts.Shown.ShouldNotContain(Identity);
        sheet.ToString().ShouldNotContain(Identity);
        _road.Engine.Access.Entries(new AccessFilter()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Id.ShouldBe(sheet.Entry), e => e.Actor.ShouldBe("审查员甲"), e => e.Purpose.ShouldBe("公开前审查"), e => e.Subject.ShouldBe(id), e => e.Kind.ShouldBe(AccessKind.Review));
    }

    [Fact]
    public async Task AddedSpan_IsHiddenAlsoAfterACorrectionAndARebuild()
    {
        var id = Submit();
        Decide(id, release: true, marks: Mark(id, "青峰山", SpanVerdict.Added));
        Facts(id).ShouldNotContain("青峰山");

        var corrected = Record() with { ViolationFacts = "经查，另有顾客在青峰山购得该食品，身份证号" + Identity + "。" };
        await _road.Engine.Intake.CorrectAsync(id, corrected, "更正违法事实", new SourceReference("test", null, "tester"));
        Facts(id).ShouldNotContain("青峰山");
        Desk.List(ReviewQueue.CorrectedSince).ShouldHaveSingleItem().Id.ShouldBe(id);

        var before = _road.Engine.Query.Find(id).Record;
        _road.Engine.Projector.Rebuild();
        _road.Engine.Query.Find(id).Record.ShouldBe(before);
    }

    [Fact]
    public async Task LiftedCertainHit_BlocksUntilItIsMasked()
    {
        var id = Submit();
        Decide(id, release: true).Visible.ShouldBeTrue();

        var blocked = Decide(id, release: true, marks: Mark(id, Identity, SpanVerdict.Lifted));
        blocked.ShouldSatisfyAllConditions(o => o.Verdict.ShouldBe(ReviewVerdict.Blocked), o => o.Visible.ShouldBeFalse(), o => o.Blocking.Count.ShouldBe(1));
        _road.Engine.Query.Find(id).Record.ShouldBeNull();

        // Neither a repeated import with a reviewer nor a rebuild releases what is blocked.
        await _road.Engine.Intake.SubmitAsync(Record() with { Reviewer = "乙某", ReviewedOn = new(2026, 11, 3) }, new SourceReference("again", 2, "tester"));
        _road.Engine.Projector.Rebuild();
        _road.Engine.Query.Find(id).Record.ShouldBeNull();

        var outcome = Desk.Decide(new ReviewDecision { Id = id, Revision = 2, Reviewer = "审查员甲", Scope = ReviewScope.Publication, Release = true });
        outcome.Visible.ShouldBeTrue();
        Facts(id).ShouldNotContain(Identity);
    }

    [Fact]
    public async Task LiftedGuess_IsShown_UntilTheTextChanges()
    {
        var record = Record() with { ViolationFacts = "当事人李晓岚称系误购。" };
        var id = Submit(record);
        var sheet = Desk.Open(id, new AccessRequest("审查员甲", "审查"))!;
        var span = sheet.Fields.Single(f => f.Field == "ViolationFacts").Spans.ShouldHaveSingleItem();
        Decide(id, release: true, marks: new ReviewMark("ViolationFacts", span.Start, span.Length, SpanVerdict.Lifted, Reason: "系品牌名")).Visible.ShouldBeTrue();
        Facts(id).ShouldContain("李晓岚");

        await _road.Engine.Intake.CorrectAsync(id, record with { ViolationFacts = "当事人李晓岚承认系误购。" }, "更正", new SourceReference("test", null, "tester"));
        Facts(id).ShouldNotContain("李晓岚");
    }

    [Fact]
    public void AbstractOnly_ShowsNoFreeText()
    {
        var id = Submit();
        Decide(id, release: true, abstractOnly: true).Visible.ShouldBeTrue();
        var record = _road.Engine.Query.Find(id).Record!;
        record.Fields.Select(f => f.Id).ShouldNotContain("ViolationFacts");
        record.Fields.Select(f => f.Id).ShouldContain("PenaltyCategories");
        record.Summary.ShouldBe(record.Title);
    }

    [Fact]
    [Trait("Requirement", "002-13")]
    public void Sharing_IsReviewedApart()
    {
        var id = Submit();
        Decide(id, release: true);
        Desk.List(ReviewQueue.Waiting).ShouldHaveSingleItem().ShouldSatisfyAllConditions(i => i.Released.ShouldBeTrue(), i => i.ReleasedForSharing.ShouldBeFalse());
        Decide(id, release: false, scope: ReviewScope.Sharing, reason: "涉及在办案件");
        Desk.List(ReviewQueue.Waiting).ShouldBeEmpty();
        Desk.List(ReviewQueue.Held).ShouldHaveSingleItem().Id.ShouldBe(id);
        _road.Engine.Query.Find(id).Record.ShouldNotBeNull();
        Desk.History(id).Select(e => e.Scope).ShouldBe([ReviewScope.Publication, ReviewScope.Sharing]);
    }

    [Fact]
    public void Ground_KeepsTheRecordFromPublication()
    {
        var id = Submit();
        Decide(id, release: true);
        Decide(id, release: false, reason: "含商业秘密", ground: "trade-secret").Visible.ShouldBeFalse();
        _road.Engine.Query.Find(id).Record.ShouldBeNull();
        _road.Engine.Explain(_road.Engine.Ledger.FindByPublicId(id)!).Law.Reasons.ShouldContain(r => r.Code == "trade-secret");
    }

    [Fact]
    [Trait("Requirement", "001-12")]
    [Trait("Requirement", "001-22")]
    public void Consent_ShowsANaturalPersonsRecord_AndItsWithdrawalHidesIt()
    {
        var license = SampleRecords.License() with { Counterpart = new() { Name = "丙某某", Kind = CounterpartKind.NaturalPerson, IdentityDocument = new("身份证", Identity) } };
        var id = Submit(license);
        Decide(id, release: true).Visible.ShouldBeFalse();
        var consent = new PersonalConsent("在本网站公示许可信息", "姓名（脱敏）、许可内容", new DateOnly(2026, 11, 1));
        Desk.Consent(id, consent, "审查员甲");
        _road.Engine.Query.Find(id).Record.ShouldNotBeNull().CounterpartName.ShouldBe("丙*");
        Desk.Consent(id, consent with { WithdrawnOn = new DateOnly(2026, 11, 20) }, "审查员甲");
        _road.Engine.Query.Find(id).Record.ShouldBeNull();
    }

    [Fact]
    public async Task Decision_OnAnOutdatedRevision_IsRefused()
    {
        var id = Submit();
        await _road.Engine.Intake.CorrectAsync(id, Record() with { Remarks = "补正" }, "补正", new SourceReference("test", null, "tester"));
        Should.Throw<CreditKitException>(() => Decide(id, release: true)).Code.ShouldBe("CK1222");
    }

    [Fact]
    public void Mark_ThatCannotBeRight_IsRefused()
    {
        var id = Submit();
        ReviewMark[] wrong =
        [
            new("ViolationFacts", 0, 9_999, SpanVerdict.Added), new("Nothing", 0, 1, SpanVerdict.Added), new("ViolationFacts", 0, 2, SpanVerdict.Added, "secret"),
            new("ViolationFacts", 0, 1, SpanVerdict.Lifted, Reason: "x"), Mark(id, Identity, SpanVerdict.Lifted) with { Reason = " " },
        ];
        foreach (var mark in wrong) Should.Throw<CreditKitException>(() => Decide(id, release: true, marks: mark)).Code.ShouldBe("CK1223");
        Should.Throw<CreditKitException>(() => Decide(id, release: false)).Code.ShouldBe("CK1223");
        Desk.History(id).ShouldBeEmpty();
    }

    private static AdministrativePenalty Record() => SampleRecords.Penalty() with
    {
        ViolationFacts = $"经查，顾客在青峰山购得该食品，当事人身份证号{Identity}。",
        Reviewer = null,
        ReviewedOn = null,
    };

    private string Submit(CreditRecord? record = null)
    {
        record = (record ?? Record()) with { Reviewer = null, ReviewedOn = null };
        var result = _road.Engine.Intake.SubmitAsync(record, new SourceReference("test", 2, "tester")).GetAwaiter().GetResult();
        return result.Id.ShouldNotBeNull();
    }

    private string Facts(string id) => _road.Engine.Query.Find(id).Record!.Fields.Single(f => f.Id == "ViolationFacts").Value;

    private static ReviewMark Mark(string id, string value, SpanVerdict verdict) =>
        new("ViolationFacts", Record().ViolationFacts!.IndexOf(value, StringComparison.Ordinal), value.Length, verdict, PersonalDataKind.Address, "理由");

    private ReviewOutcome Decide(string id, bool release, ReviewScope scope = ReviewScope.Publication, string reason = "", string? ground = null, bool? abstractOnly = null, params ReviewMark[] marks) =>
        Desk.Decide(new ReviewDecision { Id = id, Revision = 1, Reviewer = "审查员甲", Scope = scope, Release = release, Reason = reason, Ground = ground, AbstractOnly = abstractOnly, Marks = marks });
}
