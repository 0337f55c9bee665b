using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using CreditKit.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace CreditKit.Tests.Standards;

public sealed class RecordBinderTests
{
    private static readonly StandardEdition Edition = StandardEditions.Default.Current;

    private static BoundRecord Bind(RecordKind kind, params (string Heading, string Cell)[] cells)
    {
        var plan = HeadingMatcher.Plan([.. cells.Select(c => c.Heading)], kind, Edition);
        plan.Unknown.ShouldBeEmpty();
        return new RecordBinder(plan).Bind([.. cells.Select(c => c.Cell)]);
    }

    [Theory]
    [InlineData("2009/7/28", true)]
    [InlineData("2009-07-28", false)]
    [InlineData("2009/07/28", false)]
    [InlineData("2009.7.28", true)]
    [InlineData("2009_07_28", true)]
    [InlineData("2009年7月28日", true)]
    [InlineData("２００９年７月２８日", true)]
    [InlineData("20090728", true)]
    [InlineData("2009-07-28 00:00:00", true)]
    [InlineData("2009-07-28T10:30:00", true)]
    [InlineData("40022", true)]
    public void Date_IsReadInEveryUsualForm(string text, bool noted)
    {
        var bound = Bind(RecordKind.Penalty, ("处罚决定日期", text));
        bound.Record.DecisionDate.ShouldBe(new(2009, 7, 28));
        bound.Findings.Any(f => f is { Field: StandardField.DecisionDate, Kind: BindingFindingKind.Normalized }).ShouldBe(noted);
    }

    [Theory]
    [InlineData("2009-02-29")]
    [InlineData("2009/7-28")]
    [InlineData("28/7/2009")]
    [InlineData("去年")]
    [InlineData("2009年7月")]
    [InlineData("99999999")]
    public void Date_ThatIsNone_BlocksBothWays(string text)
    {
        var bound = Bind(RecordKind.Penalty, ("处罚决定日期", text));
        bound.Record.DecisionDate.ShouldBeNull();
        var issues = new RecordValidator(time: new TestClock()).Validate(bound, 2).Issues.Where(i => i.Field == "处罚决定日期").ToList();
        issues.Select(i => (i.Rule, i.Severity)).ShouldBe([("unreadable", IssueSeverity.Block), ("unreadable", IssueSeverity.Block)]);
        issues[0].Row.ShouldBe(2);
    }

    [Theory]
    [InlineData("罚款金额(万元)", "0.2", 2000)]
    [InlineData("罚款金额（元）", "2000", 2000)]
    [InlineData("罚款金额", "0.2", 2000)]
    [InlineData("罚款金额（元）", "2,000.50", 2000.5)]
    [InlineData("罚款金额（元）", "0.2万元", 2000)]
    [InlineData("罚款金额(万元)", "2000元", 2000)]
    [InlineData("罚款金额(万元)", "￥0.2", 2000)]
    [InlineData("CF_NR_FK", "1234.567891", 12345678.91)]
    public void Amount_IsYuanInside(string heading, string cell, double yuan) =>
        ((AdministrativePenalty)Bind(RecordKind.Penalty, (heading, cell)).Record).FineAmount.ShouldBe((decimal)yuan);

    [Theory]
    [InlineData("-5")]
    [InlineData("1,5")]
    [InlineData("两千")]
    [InlineData("1e9")]
    public void Amount_ThatIsNone_IsNoted(string cell) =>
        Bind(RecordKind.Penalty, ("罚款金额（元）", cell)).Findings.ShouldHaveSingleItem().Kind.ShouldBe(BindingFindingKind.Unreadable);

    [Fact]
    public void Codes_AndNames_AreCleanedAndTheChangeIsReported()
    {
        var bound = Bind(RecordKind.License, ("行政相对人名称", " 某市 晨光\n有限公司　"), ("统一社会信用代码", "９１４４０３００ 1922038216\n"), ("行政许可决定文书号", "某监许 [2026] 5 号"));
        bound.Record.Counterpart.Name.ShouldBe("某市晨光有限公司");
        bound.Record.Counterpart.UnifiedSocialCreditCode.ShouldBe("914403001922038216");
        bound.Record.DocumentNumber.ShouldBe("某监许〔2026〕5号");
        bound.Findings.Where(f => f.Kind == BindingFindingKind.Normalized).Select(f => f.Field)
            .ShouldBe([StandardField.CounterpartName, StandardField.UnifiedSocialCreditCode, StandardField.DocumentNumber], ignoreOrder: true);
    }

    [Theory]
    [InlineData("宁气雷验(2025)第0003号", "宁气雷验〔2025〕第0003号")]
    [InlineData("【2025】3号", "〔2025〕3号")]
    [InlineData("(320101000561)登字〔2025〕第1号", "(320101000561)登字〔2025〕第1号")]
    [InlineData("车20苏B00144(19)", "车20苏B00144(19)")]
    public void DocumentNumber_BracketsAYearOnly(string text, string expected) =>
        Bind(RecordKind.License, ("XK_WSH", text)).Record.DocumentNumber.ShouldBe(expected);

    [Theory]
    [InlineData("ABC Trading Co.", "ABC Trading Co.")]
    [InlineData("王 五", "王五")]
    public void Name_KeepsBlanksBetweenLatinWords(string text, string expected) =>
        Bind(RecordKind.License, ("行政相对人名称", text)).Record.Counterpart.Name.ShouldBe(expected);

    [Theory]
    [InlineData("无", true)]
    [InlineData("/", true)]
    [InlineData("测试", true)]
    [InlineData("见附件", true)]
    [InlineData("—", false)]
    [InlineData("", false)]
    [Trait("Requirement", "000-15")]
    public void Placeholder_IsRefusedWhereAValueIsMandatory(string text, bool placeholder)
    {
        var bound = Bind(RecordKind.License, ("许可内容", text));
        ((AdministrativeLicense)bound.Record).Content.ShouldBeNull();
        var issues = new RecordValidator(time: new TestClock()).Validate(bound).Issues.Where(i => i.Field == "许可内容").ToList();
        issues.ShouldAllBe(i => i.Rule == (placeholder ? "placeholder" : "mandatory") && i.Severity == IssueSeverity.Block);
        issues.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("00000000000000000X")]
    [InlineData("000000000000000000")]
    public void AllZeros_IsAPlaceholder(string code) =>
        Bind(RecordKind.License, ("统一社会信用代码", code)).Findings.ShouldContain(f => f.Kind == BindingFindingKind.Placeholder);

    [Theory]
    [InlineData("警告,罚款", "警告|罚款")]
    [InlineData("没收违法所得、没收非法财物", "没收违法所得、没收非法财物")]
    [InlineData("罚款、没收违法所得", "罚款|没收违法所得")]
    [InlineData("罚款；其他（责令改正）", "罚款|其他-责令改正")]
    [InlineData("暂扣或吊销许可证、暂扣或吊销执照；警告", "暂扣或者吊销许可证、暂扣或者吊销执照|警告")]
    public void Categories_AreSplitByTheCodeList(string cell, string expected) =>
        string.Join('|', ((AdministrativePenalty)Bind(RecordKind.Penalty, ("处罚类别", cell)).Record).PenaltyCategories).ShouldBe(expected);

    [Theory]
    [InlineData("2099/12/31")]
    [InlineData("2099-12-31")]
    [InlineData("长期")]
    public void LongTerm_IsNullInside_AndNotMissing(string cell)
    {
        var bound = Bind(RecordKind.License, ("有效期至", cell));
        ((AdministrativeLicense)bound.Record).ValidUntil.ShouldBeNull();
        new RecordValidator(time: new TestClock()).Validate(bound).Issues.ShouldNotContain(i => i.Field == "有效期至");
        new RecordValidator(time: new TestClock()).Validate(Bind(RecordKind.License, ("有效期至", " "))).Issues.ShouldContain(i => i.Field == "有效期至" && i.Severity == IssueSeverity.Block);
    }

    [Theory]
    [InlineData("XK_FR_SFZH")]
    [InlineData("XK_FR_ZJHM")]
    [InlineData("法定代表人身份证号")]
    [InlineData("法定代表人证件号码")]
    public void LegalRepresentativesNumber_IsKnownByBothNames(string heading) =>
        Bind(RecordKind.License, (heading, "11010519491231002x")).Record.Counterpart.LegalRepresentativeDocument!.Number.ShouldBe("11010519491231002X");

    [Fact]
    public void RowState_OfA2015File_StopsARevokedRow()
    {
        string[] headings = ["XK_WSH", "XK_XMMC", "XK_SPLB", "XK_NR", "XK_XDR", "XK_XDR_ZDM", "XK_JZQ", "XK_XZJG", "XK_ZT"];
        var edition = HeadingMatcher.EditionOf(headings, RecordKind.License, StandardEditions.Default);
        edition.Id.ShouldBe("2015");
        var bound = new RecordBinder(HeadingMatcher.Plan(headings, RecordKind.License, edition)).Bind(["某许〔2015〕1号", "项目", "普通", "内容", "某公司", "19220382-1", "2099/12/31", "某局", "1"]);
        new RecordValidator(time: new TestClock()).Validate(bound).Issues.ShouldContain(i => i.Rule == "revoked-row" && i.Severity == IssueSeverity.Block);
        bound.Record.Counterpart.OrganizationCode.ShouldBe("19220382-1");
    }

    [Fact]
    public void TwoColumnsOfOneField_AreReportedWhenTheyDiffer() =>
        Bind(RecordKind.Penalty, ("处罚依据", "甲法第一条"), ("法律依据", "乙法第二条")).Findings.ShouldContain(f => f.Kind == BindingFindingKind.Conflict);

    [Fact]
    [Trait("Requirement", "000-7")]
    public void WriterAndBinder_AreInverse_ForAnyRecord()
    {
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            foreach (var record in new CreditRecord[] { AnyLicense(seed), AnyPenalty(seed) })
                foreach (var edition in new[] { Edition, StandardEditions.Default.Get("2018") })
                {
                    var writer = RecordWriter.For(edition, record.Kind, extensions: true);
                    var plan = HeadingMatcher.Plan([.. writer.Columns.Select(c => c.Code)], record.Kind, edition);
                    var bound = new RecordBinder(plan).Bind(writer.Write(record));
                    var expected = edition.Id == "2018" ? Without(record) : record;
                    bound.Record.ShouldBe(expected);
                    bound.Findings.ShouldAllBe(f => f.Kind == BindingFindingKind.Derived);
                }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static CreditRecord Without(CreditRecord record) => record with
    {
        Counterpart = record.Counterpart with { LegalRepresentativeDocument = record.Counterpart.LegalRepresentativeDocument is { } d ? d with { Type = null } : null },
    };

    private static AdministrativeLicense AnyLicense(int seed)
    {
        var random = new Random(seed);
        return SampleRecords.License(seed) with
        {
            Counterpart = AnyCounterpart(seed, random),
            ValidUntil = random.Next(3) == 0 ? null : new DateOnly(2000, 1, 1).AddDays(random.Next(30_000)),
            Status = random.Next(3) switch { 0 => null, 1 => LicenseStatus.Valid, _ => LicenseStatus.Invalid },
            Category = random.Next(2) == 0 ? "核准" : "其他-备案",
            Content = "第一行\n第二行，含\"引号\"和,逗号",
            ServedDate = random.Next(2) == 0 ? null : new DateOnly(2026, 1, 1),
            Override = random.Next(2) == 0 ? null : new(new(2030, 1, 1), "《某法》第一条"),
        };
    }

    private static AdministrativePenalty AnyPenalty(int seed)
    {
        var random = new Random(seed);
        return SampleRecords.Penalty(seed) with
        {
            Counterpart = AnyCounterpart(seed, random),
            PenaltyCategories = random.Next(2) == 0 ? ["罚款"] : ["没收违法所得", "没收非法财物", "其他-责令改正"],
            FineAmount = random.Next(3) == 0 ? null : random.Next(1_000_000_000) / 100m,
            ConfiscatedAmount = random.Next(3) == 0 ? null : random.Next(1_000_000_000) / 100m,
            Severity = random.Next(4) switch { 0 => null, var n => (Severity)n },
            Procedure = (PenaltyProcedure)random.Next(2),
            Mitigation = (Mitigation)random.Next(3),
            PerformedDate = random.Next(2) == 0 ? null : new DateOnly(2026, 6, 1),
        };
    }

    private static Counterpart AnyCounterpart(int seed, Random random) => random.Next(3) switch
    {
        0 => new() { Name = "某市晨光食品有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(seed), LegalRepresentative = "甲某", LegalRepresentativeDocument = new("护照号", "E12345678") },
        1 => new() { Name = "某区便民小吃店", Kind = CounterpartKind.SoleTrader, UnifiedSocialCreditCode = Codes.CreditCode(seed, "92") },
        _ => new() { Name = "丙某某", Kind = CounterpartKind.NaturalPerson, IdentityDocument = new("身份证", Codes.IdentityNumber(seed)) },
    };
}
