using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Validation;

/// <summary>Every rule with a record that passes and one that fails.</summary>
public sealed class RuleTests
{
    private static readonly ItemCatalog Rules = Items.Of(
        Items.Item("XK000001"), Items.Item("CF000001"), Items.Item("CLOSED1") with { Openness = Openness.Closed },
        Items.Item("OTHER1") with { Provider = new("某市城市管理局", Codes.CreditCode(8, "11")) });

    private static readonly ValidationSettings Settings = new()
    {
        AcceptedAuthorities = [SampleRecords.Agency],
        FunctionsSince = new(2019, 1, 1),
        Items = () => Rules,
        Display = DisplaySet.Load("yangquan-2021") with { License = [], Penalty = [new() { Label = "救济渠道", Fields = [StandardField.RemedyChannel] }] },
        Subjects = new OneSubject(Codes.CreditCode(1), "某市晨光食品有限公司"),
        Forecast = record => new(new(2027, 5, 6), new(2026, 11, 23), record.DecisionDate > new DateOnly(2026, 11, 1)),
    };

    private static readonly AdministrativeLicense L = SampleRecords.License();
    private static readonly AdministrativePenalty P = SampleRecords.Penalty();
    private static readonly AdministrativePenalty N = SampleRecords.PersonPenalty();
    private static readonly string IdNumber = Codes.IdentityNumber(5);

    /// <summary>Rule, the field it names, weight for publication and for reporting (B, W, I or nothing), the failing record.</summary>
    private static readonly (string Rule, string Field, string Weights, CreditRecord Bad)[] Cases =
    [
        ("mandatory", "许可内容", "BB", L with { Content = null }),
        ("mandatory", "行政处罚决定书文号", "BB", P with { DocumentNumber = null }),
        ("mandatory", "处罚有效期", "WB", P with { PenaltyValidUntil = null }),
        ("mandatory", "当前状态", "IW", L with { Status = null }),
        ("mandatory", "法定代表人", "IW", L with { Counterpart = L.Counterpart with { LegalRepresentative = null } }),
        ("mandatory", "行政处罚决定书文号", "WB", P with { DocumentNumber = null, Historic = true }),
        ("mandatory", "决定内容", "BB", SampleRecords.Act() with { Content = null }),
        ("act-switched-off", "行政行为类别", "BB", SampleRecords.Act()),
        ("code-list", "许可类别", "BB", L with { Category = "备案" }),
        ("code-list", "处罚类别", "BB", P with { PenaltyCategories = ["罚金"] }),
        ("other-note", "许可类别", "WW", L with { Category = "其他-" }),
        ("uscc-check-digit", "行政相对人代码_1(统一社会信用代码)", "BB", L with { Counterpart = L.Counterpart with { UnifiedSocialCreditCode = "914403001922038217" } }),
        ("uscc-check-digit", "许可机关统一社会信用代码", "BB", L with { DecidingAuthority = new("某市市场监督管理局", "11100000000013338X") }),
        ("organization-code-check-digit", "行政相对人代码_3(组织机构代码)", "BB", L with { Counterpart = L.Counterpart with { OrganizationCode = "192203822" } }),
        ("registration-number-check-digit", "行政相对人代码_2(工商注册号)", "BB", L with { Counterpart = L.Counterpart with { BusinessRegistrationNumber = "310115000000001" } }),
        ("registration-number-old-form", "行政相对人代码_2(工商注册号)", "WW", L with { Counterpart = L.Counterpart with { BusinessRegistrationNumber = "3304811104905" } }),
        ("tax-number-form", "行政相对人代码_4(税务登记号)", "WB", L with { Counterpart = L.Counterpart with { TaxRegistrationNumber = "12345" } }),
        ("identity-number-check-digit", "自然人证件号码", "BB", N with { Counterpart = N.Counterpart with { IdentityDocument = new("身份证", "110105194912310021") } }),
        ("identity-code-missing", "行政相对人代码_1(统一社会信用代码)", "BB", L with { Counterpart = L.Counterpart with { UnifiedSocialCreditCode = null } }),
        ("identity-code-missing", "自然人证件号码", "BB", N with { Counterpart = N.Counterpart with { IdentityDocument = new("身份证", null) } }),
        ("identity-code-missing", "行政相对人代码_1(统一社会信用代码)", "WB", P with { Historic = true, Counterpart = P.Counterpart with { UnifiedSocialCreditCode = null } }),
        ("sole-trader-code", "行政相对人类别", "BB", L with { Counterpart = L.Counterpart with { UnifiedSocialCreditCode = Codes.CreditCode(9, "92") } }),
        ("sole-trader-code", "行政相对人代码_1(统一社会信用代码)", "BB", L with { Counterpart = L.Counterpart with { Kind = CounterpartKind.SoleTrader } }),
        ("natural-person-code", "行政相对人类别", "WW", N with { Counterpart = N.Counterpart with { UnifiedSocialCreditCode = Codes.CreditCode(4) } }),
        ("organization-identity-document", "自然人证件号码", "WW", L with { Counterpart = L.Counterpart with { IdentityDocument = new("身份证", IdNumber) } }),
        ("subject-mismatch", "行政相对人名称", "WW", L with { Counterpart = L.Counterpart with { Name = "某市晨曦食品有限公司" } }),
        ("name-form", "行政相对人名称", "WW", L with { Counterpart = L.Counterpart with { Name = "12345", UnifiedSocialCreditCode = Codes.CreditCode(2) } }),
        ("legal-representative-document", "法定代表人证件号码", "I", L with { Counterpart = L.Counterpart with { LegalRepresentativeDocument = new("身份证", IdNumber) } }),
        ("authority-not-accepted", "许可机关", "BB", L with { DecidingAuthority = new("某市城市管理局", Codes.CreditCode(8, "11")) }),
        ("authority-code-kind", "许可机关统一社会信用代码", "WW", L with { DecidingAuthority = new("某市市场监督管理局", Codes.CreditCode(8)) }),
        ("decision-date-in-future", "许可决定日期", "BB", L with { DecisionDate = new(2026, 11, 23), ValidFrom = new(2026, 11, 23) }),
        ("decision-before-functions", "许可决定日期", "WW", L with { DecisionDate = new(2018, 12, 31), ValidFrom = new(2018, 12, 31) }),
        ("decision-date-implausible", "许可决定日期", "BB", L with { DecisionDate = new(26, 3, 5), ValidFrom = new(2026, 3, 5) }),
        ("date-implausible", "有效期至", "WW", L with { ValidUntil = new(3000, 1, 1) }),
        ("valid-until-before-decision", "有效期至", "BB", L with { ValidFrom = new(2026, 1, 1), ValidUntil = new(2026, 5, 5) }),
        ("disclosure-end-before-decision", "公示截止期", "BB", P with { StatedLastDisclosedDay = new(2026, 5, 5) }),
        ("disclosure-end-differs", "公示截止期", "WW", P with { StatedLastDisclosedDay = new(2027, 5, 7) }),
        ("due-soon", "许可决定日期", "I", L with { DecisionDate = new(2026, 11, 12), ValidFrom = new(2026, 11, 12), ReviewedOn = new(2026, 11, 13) }),
        ("address-in-text", "违法事实", "W", N with { ViolationFacts = "当事人家住某市云岭区人民路12号3栋502室，在家中违规经营。" }),
        ("review-before-decision", "审查日期", "WW", L with { ReviewedOn = new(2026, 5, 5) }),
        ("penalty-end-before-decision", "处罚有效期", "WW", P with { PenaltyValidUntil = new(2026, 5, 5) }),
        ("validity-order", "有效期自", "WW", L with { ValidFrom = new(2032, 1, 1) }),
        ("valid-from-before-decision", "有效期自", "WW", L with { ValidFrom = new(2026, 5, 5) }),
        ("valid-until-passed", "有效期至", "I", L with { ValidUntil = new(2026, 11, 21) }),
        ("event-order", "送达日期", "WW", P with { ServedDate = new(2026, 5, 5) }),
        ("fine-without-amount", "罚款金额(万元)", "WW", P with { FineAmount = null }),
        ("amount-without-fine", "处罚类别", "WW", P with { PenaltyCategories = ["警告"] }),
        ("confiscation-without-amount", "没收违法所得、没收非法财物的金额(万元)", "WW", P with { PenaltyCategories = ["罚款", "没收违法所得"] }),
        ("certificate-missing", "暂扣或吊销证照名称及编号", "WW", P with { PenaltyCategories = ["罚款", "吊销许可证"] }),
        ("amount-unit", "罚款金额(万元)", "WW", P with { FineAmount = 20_000_000m }),
        ("summary-procedure-amount", "罚款金额(万元)", "WW", P with { Procedure = PenaltyProcedure.Summary, FineAmount = 3001m }),
        ("summary-procedure-amount", "罚款金额(万元)", "WW", N with { Procedure = PenaltyProcedure.Summary, FineAmount = 201m }),
        ("warning-only", "处罚类别", "I", P with { PenaltyCategories = ["警告"], FineAmount = null }),
        ("legal-basis-without-article", "处罚依据", "WW", P with { LegalBasis = "《中华人民共和国食品安全法》" }),
        ("remedy-channel-missing", "救济渠道", "W", P with { RemedyChannel = null }),
        ("severity-missing", "严重程度", "WI", P with { Severity = null }),
        ("natural-person-without-basis", "个人信息公示依据", "W", N with { PersonalDisclosureBasis = null }),
        ("under-age", "自然人证件号码", "BI", N with { DecisionDate = new(1949, 12, 30), Counterpart = N.Counterpart with { IdentityDocument = new("身份证", "11010519491231002X") } }),
        ("personal-number-in-text", "违法事实", "I", P with { ViolationFacts = $"当事人联系电话 13900000000，证件 {IdNumber}" }),
        ("mitigation-without-evidence", "情节认定依据", "WW", P with { Mitigation = Mitigation.FirstAndRemedied }),
        ("override-without-basis", "法定公示依据", "WW", P with { Override = new(new(2027, 1, 1), "") }),
        ("review-incomplete", "审查日期", "WW", L with { ReviewedOn = null }),
        ("item-missing", "事项编码", "WW", L with { ItemCode = null }),
        ("item-not-open", "事项编码", "I", L with { ItemCode = "CLOSED1" }),
        ("display-item-missing", "救济渠道", "W", P with { RemedyChannel = null }),
        ("commitment-missing", "承诺内容", "I", L with { ByCommitment = true }),
        ("item-provider", "事项编码", "WW", L with { ItemCode = "OTHER1" }),
        ("length", "许可证书名称", "IW", L with { CertificateTitle = new string('证', 65) }),
    ];

    public static TheoryData<int> CaseNumbers() => [.. Enumerable.Range(0, Cases.Length)];

    private static ValidationReport Validate(CreditRecord record, ValidationSettings? settings = null) =>
        new RecordValidator(settings: settings ?? Settings, time: new TestClock()).Validate(record);

    [Fact]
    [Trait("Requirement", "000-15")]
    public void SoundRecords_HaveNoIssues()
    {
        Validate(L).Issues.ShouldBeEmpty();
        Validate(P).Issues.ShouldBeEmpty();
        Validate(N, Settings with { Subjects = null }).Issues.ShouldBeEmpty();
        Validate(L).Record!.Value.Value.ShouldBe(L);
        Validate(L).MayReport.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    [Trait("Requirement", "004-8")]
    public void Rule_NamesFieldAndWeights_WhenBroken(int number)
    {
        var (rule, field, weights, bad) = Cases[number];
        var issues = Validate(bad).Issues.Where(i => i.Rule == rule && i.Field == field).ToList();
        var expected = new List<(IssueDestination, IssueSeverity)>();
        for (var i = 0; i < weights.Length; i++)
            expected.Add(((IssueDestination)i, weights[i] switch { 'B' => IssueSeverity.Block, 'W' => IssueSeverity.Warn, _ => IssueSeverity.Info }));
        issues.Select(i => (i.Destination, i.Severity)).ShouldBe(expected, $"{rule}: {string.Join("; ", Validate(bad).Issues.Select(i => $"{i.Rule}/{i.Field}"))}");
        issues.ShouldAllBe(i => i.Message.Length > 0 && i.Source.Length > 0 && i.Hint.Length > 0);
    }

    [Fact]
    public void EveryShippedRule_HasAFailingCase()
    {
        // These come from the binder and are shown in the tests of binder and files.
        string[] elsewhere = ["unreadable", "placeholder", "conflict", "conflict-in-key", "row-too-wide", "revoked-row", "normalized", "completed", "duplicate-in-file", "same-content-other-number", "older-than-ledger"];
        RuleCatalog.All.Select(r => r.Id).Except(Cases.Select(c => c.Rule)).ShouldBe(elsewhere, ignoreOrder: true);
    }

    [Fact]
    [Trait("Requirement", "000-40")]
    public void Messages_NeverRepeatPersonalValues()
    {
        foreach (var (_, _, _, bad) in Cases)
            foreach (var issue in Validate(bad).Issues)
            {
                var text = issue.Message + issue.Hint;
                foreach (var secret in new[] { bad.Counterpart.Name, bad.Counterpart.LegalRepresentative, bad.Counterpart.IdentityDocument?.Number, bad.Counterpart.LegalRepresentativeDocument?.Number, bad.Counterpart.TaxRegistrationNumber })
                    if (secret is { Length: > 0 }) text.ShouldNotContain(secret);
            }
    }

    [Fact]
    [Trait("Requirement", "000-15")]
    public void Weights_AreTheAgencys_WhenConfigured()
    {
        var off = Settings with { Rules = new Dictionary<string, RuleSetting> { ["severity-missing"] = new() { Enabled = false }, ["item-missing"] = new() { Publish = RuleWeight.Block }, ["mandatory"] = new() { Publish = RuleWeight.Warn } } };
        var report = Validate(P with { Severity = null, ItemCode = null }, off);
        report.Issues.ShouldNotContain(i => i.Rule == "severity-missing");
        report.MayPublish.ShouldBeFalse();
        report.Record.ShouldBeNull();
        var lenient = Validate(L with { Content = null }, off with { Rules = new Dictionary<string, RuleSetting> { ["mandatory"] = new() { Publish = RuleWeight.Warn } } });
        lenient.MayPublish.ShouldBeTrue();
        lenient.MayReport.ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "000-40")]
    public void Message_QuotesTheBadValue_UnlessItMayBePersonal()
    {
        static string Text(CreditRecord record) => Validate(record).Issues.First(i => i.Rule == "code-list").Message;
        Text(L with { Category = "备案" }).ShouldContain("“备案”");
        Text(L with { Category = "王小明" }).ShouldNotContain("王小明");
        Text(L with { Category = IdNumber }).ShouldNotContain(IdNumber);
        Text(L with { Category = "13900000000" }).ShouldNotContain("13900000000");
    }

    [Fact]
    [Trait("Requirement", "000-11")]
    public void StatedEndAndDeadline_AreComparedWithTheLawInForce()
    {
        using var folder = new TempFolder();
        var clock = new TestClock(new DateTimeOffset(2026, 5, 13, 2, 0, 0, TimeSpan.Zero));
        var settings = new CreditKitOptions { DataDirectory = folder.Path }.ToValidation(clock);
        var issues = new RecordValidator(settings: settings, time: clock).Validate(P with { StatedLastDisclosedDay = new(2029, 5, 6) }).Issues;
        issues.First(i => i.Rule == "disclosure-end-differs").Message.ShouldContain("按规定计算为 2027-05-06");
        issues.ShouldContain(i => i.Rule == "due-soon");
        clock.Set(new DateTimeOffset(2026, 5, 8, 2, 0, 0, TimeSpan.Zero));
        new RecordValidator(settings: settings, time: clock).Validate(P).Issues.ShouldNotContain(i => i.Rule == "due-soon" || i.Rule == "disclosure-end-differs");
    }

    [Theory]
    [Trait("Requirement", "004-8")]
    [InlineData("123456789012345", true)]
    [InlineData("12345678901234567", true)]
    [InlineData("91320105780688132K", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("1234567890123456", false)]
    [InlineData("12345678901234a", false)]
    [InlineData("1234567890123中5", false)]
    public void TaxNumber_HasFifteenSeventeenEighteenOrTwentyCapitalsAndDigits(string number, bool sound) =>
        Validate(L with { Counterpart = L.Counterpart with { TaxRegistrationNumber = number } }).Issues.Any(i => i.Rule == "tax-number-form").ShouldBe(!sound);

    [Fact]
    public void UnknownRuleInSettings_IsRefused() =>
        Should.Throw<CreditKitException>(() => Validate(L, Settings with { Rules = new Dictionary<string, RuleSetting> { ["no-such"] = new() } })).Message.ShouldContain("no-such");

    [Fact]
    public void OwnRules_RunBesideTheShipped()
    {
        var validator = new RecordValidator(settings: Settings, time: new TestClock(), extraRules: [new NoFridays()]);
        validator.Validate(L with { DecisionDate = new(2026, 5, 8), ValidFrom = new(2026, 5, 8), ReviewedOn = new(2026, 5, 9) }).Issues.Select(i => i.Rule).ShouldBe(["no-fridays", "no-fridays"]);
    }

    [Fact]
    public void MissingAgencyCode_IsCompletedFromSettings()
    {
        var report = Validate(L with { DecidingAuthority = new(SampleRecords.Agency.Name), DataSource = Authority.None }, Settings with { Agency = SampleRecords.Agency });
        report.Issues.Select(i => i.Rule).ShouldBe(["completed"]);
        report.Record!.Value.Value.ShouldBe(L);
    }

    [Fact]
    [Trait("Requirement", "000-11")]
    public void ItemOutsideALoadedCatalogue_IsAWarning()
    {
        var report = Validate(L, Settings with { Items = () => Items.Of("XK000009") });
        report.Issues.Select(i => (i.Rule, i.Severity)).ShouldBe([("item-missing", IssueSeverity.Warn), ("item-missing", IssueSeverity.Warn)]);
    }

    [Theory]
    [Trait("Requirement", "002-8")]
    [Trait("Requirement", "002-9")]
    [Trait("Requirement", "004-9")]
    [Trait("Requirement", "004-10")]
    [InlineData("xiamen-2016", "受理日期")]
    [InlineData("yangquan-2021", "设定依据")]
    public void DisplaySet_AsksForWhatNeitherRecordNorItemNorSettingsHave(string set, string missing)
    {
        var settings = Settings with { Display = DisplaySet.Load(set), DefaultRemedyChannel = "可以申请行政复议。" };
        Validate(L, settings).Issues.Where(i => i.Rule == "display-item-missing").Select(i => i.Field).ShouldBe([missing]);
        Validate(P with { RemedyChannel = null }, settings).Issues.ShouldNotContain(i => i.Rule == "display-item-missing");
        var filled = L with { AcceptedDate = new(2026, 5, 1), SettingBasis = "《食品安全法》第三十五条" };
        Validate(filled, settings).Issues.ShouldBeEmpty();
        var item = Items.Item("XK000001") with { LegalBasis = "《食品安全法》第三十五条" };
        Validate(L with { AcceptedDate = new(2026, 5, 1) }, settings with { Items = () => Items.Of(item) }).Issues.ShouldBeEmpty();
        Should.Throw<CreditKitException>(() => DisplaySet.Load("nowhere")).Code.ShouldBe("CK1434");
    }

    private sealed class NoFridays : IValidationRule
    {
        public RuleDescription Description { get; } = new() { Id = "no-fridays", Title = "周五不作决定", Publish = RuleWeight.Warn, Report = RuleWeight.Warn };

        public void Check(RuleContext context)
        {
            if (context.Record.DecisionDate?.DayOfWeek == DayOfWeek.Friday) context.Report(StandardField.DecisionDate, "决定日期是星期五");
        }
    }

    private sealed class OneSubject(string code, string name) : ISubjectRegistry
    {
        public string? NameOf(string creditCode) => creditCode == code ? name : null;
    }
}
