using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Standards;

public sealed class StandardEditionTests
{
    private static readonly StandardEditions All = StandardEditions.Default;

    [Fact]
    [Trait("Requirement", "004-8")]
    public void Editions_HaveTheColumnsOfTheirTime()
    {
        All.Current.Id.ShouldBe("2019");
        All.Current.Columns(RecordKind.License).Count.ShouldBe(28);
        All.Current.Columns(RecordKind.Penalty).Count.ShouldBe(30);
        var old = All.Get("2018");
        old.Columns(RecordKind.License).Select(c => c.Code).ShouldNotContain("XK_XDR_LB");
        old.Columns(RecordKind.License).Select(c => c.Code).ShouldContain("XK_FR_SFZH");
        All.Get("2015").Columns(RecordKind.Penalty).Select(c => c.Code).ShouldContain("CF_CFLB2");
        Should.Throw<CreditKitException>(() => All.Get("1999")).Remedy.ShouldContain("2019");
    }

    [Fact]
    public void Templates_AreTheExactOrderOfTheNationalSheets()
    {
        All.Get("2018").Template(RecordKind.License, ColumnSubject.Organization).Select(c => c.Code).ShouldBe(
            ["XK_XDR_MC", "XK_XDR_SHXYM", "XK_XDR_GSZC", "XK_XDR_ZZJG", "XK_XDR_SWDJ", "XK_XDR_SYDW", "XK_XDR_SHZZ", "XK_FRDB", "XK_FR_SFZH", "XK_XKWS", "XK_WSH", "XK_XKLB", "XK_XKZS", "XK_XKBH", "XK_NR", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI", "XK_XKJG", "XK_XKJGDM", "XK_ZT", "XK_LYDW", "XK_LYDWDM", "BZ"]);
        All.Get("2018").Template(RecordKind.Penalty, ColumnSubject.Natural).Select(c => c.Code).ShouldBe(
            ["CF_XDR_MC", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_WSH", "CF_WFXW", "CF_SY", "CF_YJ", "CF_CFLB", "CF_NR", "CF_NR_FK", "CF_NR_WFFF", "CF_NR_ZKDX", "CF_JDRQ", "CF_YXQ", "CF_GSJZQ", "CF_CFJG", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM", "BZ"]);
    }

    [Fact]
    public void EveryFieldOfTheProduct_HasAColumnInTheCurrentEdition()
    {
        foreach (var field in Enum.GetValues<StandardField>().Except([StandardField.None, StandardField.RowState, StandardField.LocalCode, StandardField.Timestamp]))
            RecordKindText.All.Select(k => All.Current.Column(k, field)).FirstOrDefault(c => c is not null).ShouldNotBeNull(field.ToString());
    }

    [Theory]
    [InlineData("2018")]
    [InlineData("2019")]
    public void EveryCodeList_ExistsAndEveryHeadingOfAnEdition_IsFoundAgain(string id)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var edition = All.Get(id);
            var index = HeadingIndex.For(edition, kind);
            foreach (var column in edition.Columns(kind).Concat(edition.Extensions(kind)))
            {
                if (column.CodeList is { } list) edition.CodeList(list).ShouldNotBeNull(list);
                index.Find(column.Code, out _)!.Field.ShouldBe(column.Field);
                index.Find(column.Head, out _)!.Field.ShouldBe(column.Field, column.Head);
                index.Find($" *{column.Head.Replace('(', '（').Replace(')', '）')} ", out _)!.Field.ShouldBe(column.Field);
            }
        }
    }

    [Fact]
    public void AgencysOwnEdition_ExtendsAShippedOne()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("province.json"), """
            { "id": "某省", "title": "某省 2026", "extends": "2019", "from": "2026-01-01", "current": true,
              "remove": ["XK_XDR_SHZZ"],
              "append": [ { "code": "XK_BM", "field": "None", "head": "行政许可编码", "confidence": "own" } ] }
            """);
        var editions = StandardEditions.Load(folder.Path);
        editions.Current.Id.ShouldBe("某省");
        editions.Current.Columns(RecordKind.License).Count.ShouldBe(27);
        editions.Current.CodeList("licenseCategory").ShouldNotBeNull();
        editions.All.Count.ShouldBe(4);
    }

    [Fact]
    [Trait("Requirement", "004-8")]
    public void AgencysOwnEdition_ReplacesAShippedOneOfItsId_AndIsInEffectFromItsDay()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("2019.json"), """
            { "id": "2019", "title": "本省修订", "extends": "2018", "from": "2020-01-01", "current": true,
              "replace": { "XK_NR": { "code": "XK_NR", "field": "LicenseContent", "head": "许可内容", "type": "text", "length": 500, "need": "mandatory" } } }
            """);
        // 2018 extends the shipped 2019, which this file replaces: a circle is refused with its remedy.
        Should.Throw<CreditKitException>(() => StandardEditions.Load(folder.Path)).Code.ShouldBe("CK1433");

        File.WriteAllText(folder.File("2019.json"), $$"""
            { "id": "2018", "title": "本省修订", "extends": "2019", "from": "2020-01-01", "until": "2030-12-31",
              "replace": { "XK_NR": { "code": "XK_NR", "field": "LicenseContent", "head": "许可内容", "type": "text", "length": 500, "need": "mandatory" } } }
            """);
        var editions = StandardEditions.Load(folder.Path);
        editions.All.Count.ShouldBe(3);
        var own = editions.Get("2018");
        (own.Title, own.From, own.Until, own.IsCurrent).ShouldBe(("本省修订", new DateOnly(2020, 1, 1), new DateOnly(2030, 12, 31), false));
        own.Column(RecordKind.License, StandardField.LicenseContent)!.Length.ShouldBe(500);
        editions.Current.Id.ShouldBe("2019");
        editions.Current.Column(RecordKind.License, StandardField.LicenseContent)!.Length.ShouldBe(4000);

        // In effect: what the edition says is what validation holds a row to.
        var record = SampleRecords.License() with { Content = new string('内', 501) };
        new CreditKit.Validation.RecordValidator(own).Validate(record).Issues.ShouldContain(i => i.Rule == "length");
        new CreditKit.Validation.RecordValidator(editions.Current).Validate(record).Issues.ShouldNotContain(i => i.Rule == "length");
    }

    [Fact]
    public void BrokenEditionFile_SaysWhere()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("bad.json"), "{\n \"id\": \"x\",\n oops }");
        Should.Throw<CreditKitException>(() => StandardEditions.Load(folder.Path)).Message.ShouldContain("bad.json 第 3 行");
    }

    [Theory]
    [InlineData("处罚机构名称", "处罚机关")]
    [InlineData("许可证有效期至", "有效期至")]
    public void UnknownHeading_IsProposedTheNearest(string heading, string expected)
    {
        var kind = heading.Contains('罚') ? RecordKind.Penalty : RecordKind.License;
        var plan = HeadingMatcher.Plan(["行政相对人名称", heading], kind, All.Current);
        plan.Unknown.ShouldHaveSingleItem().Nearest.ShouldBe(expected);
    }
}
