using System.Text;
using System.Text.Json;
using CreditKit.Intake.Profiles;
using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Readers;

public sealed class ReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }

    private static List<ImportedRow> Read(string path, out FileImport import, ImportProfile? profile = null)
    {
        import = FileImport.Open(path, profile, new() { Time = new TestClock() });
        using (import) return [.. import];
    }

    private static void ShouldBeTheRecords(IEnumerable<ImportedRow> rows, int count) =>
        rows.Select(r => r.Record).ShouldBe(Enumerable.Range(1, count).Select(i => (CreditRecord)SampleRecords.License(i)));

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8", '\t')]
    [InlineData("utf-8", ';')]
    [InlineData("gb18030", ',')]
    [InlineData("utf-16", ',')]
    [Trait("Requirement", "004-13")]
    public void Csv_IsReadInItsEncodingAndDelimiter(string encoding, char delimiter)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Sheets.Csv([Sheets.Headings, .. Sheets.Rows(3)], delimiter);
        var code = Encoding.GetEncoding(encoding);
        var rows = Read(Write("licences.csv", [.. code.GetPreamble(), .. code.GetBytes(text)]), out var import);
        ShouldBeTheRecords(rows, 3);
        rows.Select(r => r.Row).ShouldBe([2, 3, 4]);
        rows.ShouldAllBe(r => r.Report.MayReport);
        import.Kind.ShouldBe(RecordKind.License);
    }

    [Fact]
    public void Csv_EncodingIsTold_WhenChineseStartsBehindAMegabyte()
    {
        var ascii = string.Concat(Enumerable.Repeat(new string('x', 98) + ",1\r\n", 12_000));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        TextEncodings.Detect(Write("gbk.csv", [.. Encoding.UTF8.GetBytes(ascii), .. Encoding.GetEncoding("gb18030").GetBytes("许可")])).CodePage.ShouldBe(54936);
        TextEncodings.Detect(Write("utf8.csv", Encoding.UTF8.GetBytes(ascii + string.Concat(Enumerable.Repeat("许可机关", 400_000))))).CodePage.ShouldBe(65001);
    }

    [Fact]
    public void Csv_QuotedBreaksQuotesAndBlankLines_KeepTheSheetRow()
    {
        var record = SampleRecords.License(2) with { Content = "第一行\n第二行，\"引号\",逗号" };
        var csv = "某市行政许可公示表\r\n\r\n" + Sheets.Csv([Sheets.Headings, .. Sheets.Rows(1, record)]) + "\r\n" + Sheets.Csv(Sheets.Rows(1));
        var rows = Read(Write("licences.csv", Encoding.UTF8.GetBytes(csv)), out _);
        rows.Select(r => r.Row).ShouldBe([4, 5, 7]);
        rows[1].Record.ShouldBe(record);
    }

    [Fact]
    public void Xlsx_SeveralSheets_AreReadAndHelpSheetsPassedOver()
    {
        var path = Write("book.xlsx", Sheets.Xlsx(
            ("一季度", [["某市行政许可公示表"], Sheets.Headings, .. Sheets.Rows(2)]),
            ("填报说明", [Sheets.Headings]),
            ("通讯录", [["姓名", "电话", "部门", "职务"], ["甲某", "无", "无", "无"]]),
            ("二季度", [Sheets.Headings, .. Sheets.Rows(1)])));
        var rows = Read(path, out var import);
        rows.Select(r => (r.Raw.Sheet, r.Row)).ShouldBe([("一季度", 3), ("一季度", 4), ("二季度", 2)]);
        import.FileIssues.ShouldContain(i => i.Rule == "sheet-skipped" && i.Message.Contains("通讯录"));
        Read(path, out _, new() { Sheet = "二季度" }).Count.ShouldBe(1);
        Should.Throw<RecordFileException>(() => Read(path, out _, new() { Sheet = "三季度" })).Message.ShouldContain("一季度");
    }

    [Fact]
    public void Xlsx_DateNumberAndSharedTextCells_AreUnderstood()
    {
        var path = Write("typed.xlsx", Sheets.RawXlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>罚款金额（元）</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>统一社会信用代码</t></is></c></row>"
            + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>40022</v></c><c r=\"B3\"><v>40022</v></c><c r=\"C3\"><v>2000.5</v></c><c r=\"D3\"><v>914403001922038216</v></c></row>",
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>处罚决定日期</t></si><si><t>处罚有效期</t></si></sst>"));
        var row = Read(path, out _).ShouldHaveSingleItem();
        var penalty = row.Record.ShouldBeOfType<AdministrativePenalty>();
        row.Row.ShouldBe(3);
        (penalty.DecisionDate, penalty.PenaltyValidUntil, penalty.FineAmount).ShouldBe((new(2009, 7, 28), new(2009, 7, 28), 2000.5m));
        row.Report.Issues.ShouldContain(i => i.Rule == "uscc-check-digit" && i.Message.Contains("科学计数法"));
    }

    [Fact]
    [Trait("Requirement", "004-12")]
    public void Json_ArrayLinesAndWrapped_AreReadAlike()
    {
        var objects = Sheets.Rows(3).Select(r => r.Zip(Sheets.Writer.Columns).Where(c => c.First.Length > 0).ToDictionary(c => c.Second.Code, c => c.First)).ToList();
        ShouldBeTheRecords(Read(Write("a.json", JsonSerializer.SerializeToUtf8Bytes(objects)), out _), 3);
        ShouldBeTheRecords(Read(Write("b.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', objects.Select(o => JsonSerializer.Serialize(o))))), out _), 3);
        ShouldBeTheRecords(Read(Write("c.json", JsonSerializer.SerializeToUtf8Bytes(new { total = 3, data = objects })), out _), 3);
    }

    [Fact]
    public void Json_PropertyThatAppearsLater_IsNotLost()
    {
        var rows = Read(Write("late.json", """[{"XK_WSH":"甲〔2026〕1号","XK_XDR_MC":"甲公司"},{"XK_WSH":"甲〔2026〕2号","XK_XDR_MC":"乙公司","XK_NR":"内容","XK_XX":"?"}]"""u8.ToArray()), out var import);
        rows.Select(r => ((AdministrativeLicense)r.Record).Content).ShouldBe([null, "内容"]);
        import.FileIssues.ShouldContain(i => i.Rule == "unknown-heading" && i.Field == "XK_XX");
    }

    [Fact]
    public void Xml_RowData_IsReadAndDtdsAreRefused()
    {
        var xml = $"<?xml version=\"1.0\"?><ROWDATA>{string.Concat(Sheets.Rows(2).Select(r => "<ROW>" + string.Concat(r.Zip(Sheets.Writer.Columns).Where(c => c.First.Length > 0 && !c.Second.IsExtension).Select(c => $"<{c.Second.Code}>{c.First}</{c.Second.Code}>")) + "</ROW>"))}</ROWDATA>";
        var rows = Read(Write("rows.xml", Encoding.UTF8.GetBytes(xml)), out _);
        rows.Select(r => r.Record.DocumentNumber).ShouldBe(["某市监许〔2026〕1号", "某市监许〔2026〕2号"]);
        var evil = Write("evil.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ROWDATA><ROW><XK_WSH>&x;</XK_WSH></ROW></ROWDATA>"));
        Should.Throw<RecordFileException>(() => Read(evil, out _)).Code.ShouldBe("CK1415");
    }

    [Theory]
    [InlineData("missing.csv", null, "CK1401")]
    [InlineData("empty.csv", "", "CK1402")]
    [InlineData("blank.csv", "\r\n  \r\n", "CK1402")]
    [InlineData("page.xls", "<html><table></table></html>", "CK1407")]
    [InlineData("text.xlsx", "行政相对人名称,许可机关", "CK1404")]
    [InlineData("strange.csv", "姓名,电话,部门,职务\r\na,b,c,d", "CK1409")]
    [InlineData("quote.csv", "行政相对人名称,许可机关\r\n\"甲,乙", "CK1418")]
    [InlineData("cut.csv", "行政相对人名称,许可机关\r\n甲,乙\r\n丙", "CK1426")]
    [InlineData("nul.csv", "行政相对人名称,许可机关\r\n甲\0,乙", "CK1408")]
    [InlineData("bad.json", "[{\"XK_WSH\":\"1\",\"XK_NR\":", "CK1416")]
    [InlineData("bad.xml", "<ROWDATA><ROW><XK_WSH>1</ROW>", "CK1416")]
    public void File_ThatCannotBeRead_SaysWhatAndTheRemedy(string name, string? content, string code)
    {
        if (content is not null) File.WriteAllText(_folder.File(name), content);
        var fault = Should.Throw<RecordFileException>(() => Read(_folder.File(name), out _));
        fault.Code.ShouldBe(code);
        fault.Message.ShouldContain(name);
        fault.Remedy.Length.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Row_WiderThanTheHeadings_IsRefused_ForItsValuesHaveMoved()
    {
        var rows = Read(Write("wide.csv", Encoding.UTF8.GetBytes(Sheets.Csv([Sheets.Headings, Sheets.Rows(1)[0], [.. Sheets.Rows(2)[1], "仅限批发"]]))), out _);
        rows[0].Report.MayPublish.ShouldBeTrue();
        rows[1].Report.MayPublish.ShouldBeFalse();
        rows[1].Report.Issues.ShouldContain(i => i.Rule == "row-too-wide" && i.Message.Contains("多 1 格", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoNames_InTwoColumns_AreRefused_AndTheColumnsNamed()
    {
        var name = Sheets.Headings.IndexOf("行政相对人名称");
        var rows = Read(Write("twice.csv", Encoding.UTF8.GetBytes(Sheets.Csv([[.. Sheets.Headings, "行政相对人名称"], [.. Sheets.Rows(1)[0], "另一家公司"]]))), out _);
        rows[0].Report.MayPublish.ShouldBeFalse();
        rows[0].Report.Issues.ShouldContain(i => i.Rule == "conflict-in-key" && i.Message.Contains($"第 {name + 1} 列", StringComparison.Ordinal));
    }

    [Fact]
    public void Xlsx_Truncated_KeepsNoSecretOfItsFault()
    {
        var whole = Sheets.Xlsx(("许可", [Sheets.Headings, .. Sheets.Rows(50)]));
        Should.Throw<RecordFileException>(() => Read(Write("cut.xlsx", whole[..(whole.Length / 2)]), out _)).Code.ShouldBe("CK1404");
    }

    [Fact]
    public void Csv_FaultInTheMiddle_LeavesTheRowsBeforeIt()
    {
        var path = Write("half.csv", Encoding.UTF8.GetBytes(Sheets.Csv([Sheets.Headings, .. Sheets.Rows(40)]) + "\"" + new string('甲', 2_000_000)));
        using var import = FileImport.Open(path);
        Should.Throw<RecordFileException>(() => { foreach (var _ in import) { } }).Message.ShouldContain("第 42 行");
        import.Rows.ShouldBe(40);
        import.Fraction!.Value.ShouldBeInRange(0.001, 1);
    }

    [Fact]
    [Trait("Requirement", "000-15")]
    public void UnknownHeading_IsReportedWithTheNearestAndTheRowsStand()
    {
        var headings = Sheets.Headings;
        headings[Array.IndexOf(headings, "备注")] = "备注说明";
        var rows = Read(Write("unknown.csv", Encoding.UTF8.GetBytes(Sheets.Csv([headings, .. Sheets.Rows(2)]))), out var import);
        rows.ShouldAllBe(r => r.Report.MayPublish);
        var issue = import.FileIssues.ShouldHaveSingleItem();
        (issue.Rule, issue.Field, issue.Row, issue.Severity).ShouldBe(("unknown-heading", "备注说明", 1, IssueSeverity.Warn));
        issue.Hint.ShouldContain("“备注”");
        Read(_folder.File("unknown.csv"), out var quiet, new() { Ignore = ["备注说明"] });
        quiet.FileIssues.ShouldBeEmpty();
    }

    [Fact]
    public void ColumnsOfTheOtherKind_AreToldToBelongInAFileOfTheirOwn()
    {
        Read(Write("both.csv", Encoding.UTF8.GetBytes(Sheets.Csv([[.. Sheets.Headings, "处罚内容", "违法事实"], .. Sheets.Rows(1).Select(r => (string[])[.. r, "罚款", "甲"])]))), out var import);
        import.FileIssues.Select(i => i.Field).ShouldBe(["处罚内容", "违法事实"]);
        import.FileIssues.ShouldAllBe(i => i.Hint.Contains("分成两个文件") && !i.Hint.Contains("是否应为"));
    }

    [Fact]
    public void HeadingsWithoutRows_AreSaidToBeThat()
    {
        Read(Write("empty.csv", Encoding.UTF8.GetBytes(Sheets.Csv([Sheets.Headings]))), out var import).ShouldBeEmpty();
        import.FileIssues.ShouldHaveSingleItem().Message.ShouldContain("只有表头");
    }

    [Fact]
    public void FormulaWithoutItsResult_IsToldFromAnEmptyCell()
    {
        var at = Array.IndexOf(Sheets.Headings, "许可内容");
        var cells = Sheets.Rows(1)[0].Select((c, i) => i == at ? $"<c r=\"{Letters(i)}2\"><f>A1&amp;B1</f></c>" : Cell(i, 2, c));
        var path = Write("formula.xlsx", Sheets.RawXlsx($"<row r=\"1\">{string.Concat(Sheets.Headings.Select((h, i) => Cell(i, 1, h)))}</row><row r=\"2\">{string.Concat(cells)}</row>"));
        Read(path, out var import);
        var issue = import.FileIssues.ShouldHaveSingleItem();
        (issue.Rule, issue.Field, issue.Row).ShouldBe(("formula-without-result", "许可内容", 2));
        issue.Hint.ShouldContain("重新计算并保存");

        static string Letters(int i) => i < 26 ? ((char)('A' + i)).ToString() : "A" + (char)('A' + i - 26);
        static string Cell(int i, int row, string text) => $"<c r=\"{Letters(i)}{row}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";
    }

    [Fact]
    public void Profile_MapsConstantsDefaultsUnitsAndReview()
    {
        File.WriteAllText(_folder.File("p.json"), """
            { "kind": "penalty", "historic": true, "dateFormats": ["d/M/yyyy"], "amountUnit": "yuan",
              "columns": { "单位": "行政相对人名称", "日子": "CF_JDRQ", "罚了多少": { "field": "FineAmount" }, "哪一类": { "field": "处罚类别", "values": { "1": "罚款" } } },
              "constants": { "处罚内容": "罚款 {罚了多少} 元" },
              "defaults": { "处罚机关": "某市市场监督管理局" },
              "reviewedAtSource": { "reviewer": "乙某", "date": "2026-05-01" } }
            """);
        var rows = Read(Write("odd.csv", Encoding.UTF8.GetBytes("单位,日子,罚了多少,哪一类\r\n某公司,28/7/2009,2000,1\r\n")), out var import, ImportProfile.Load(_folder.File("p.json")));
        var penalty = rows.ShouldHaveSingleItem().Record.ShouldBeOfType<AdministrativePenalty>();
        (penalty.DecisionDate, penalty.FineAmount, penalty.PenaltyContent, penalty.DecidingAuthority.Name).ShouldBe((new(2009, 7, 28), 2000m, "罚款 2000 元", "某市市场监督管理局"));
        penalty.PenaltyCategories.ShouldBe(["罚款"]);
        (penalty.Reviewer, penalty.ReviewedOn, penalty.Historic).ShouldBe(("乙某", new DateOnly(2026, 5, 1), true));
        import.FileIssues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ \"kind\": \"permit\" }", "第 1 行")]
    [InlineData("{ \"colums\": {} }", "columns")]
    [InlineData("{ \"kind\": \"license\", \"columns\": { \"许可机关\": \"许可机光\" } }", "许可机关")]
    public void Profile_ThatIsWrong_SaysWhere(string json, string expected)
    {
        var path = Write("a.csv", Encoding.UTF8.GetBytes(Sheets.Csv([Sheets.Headings, .. Sheets.Rows(1)])));
        Should.Throw<CreditKitException>(() => Read(path, out _, ImportProfile.Parse(json))).Message.ShouldContain(expected);
    }

    [Fact]
    public void Profile_NarrowsTheAcceptedAgencies()
    {
        var path = Write("a.csv", Encoding.UTF8.GetBytes(Sheets.Csv([Sheets.Headings, .. Sheets.Rows(1)])));
        Read(path, out _, new() { Authorities = [new("某市城市管理局")] }).ShouldAllBe(r => !r.Report.MayPublish);
        Read(path, out _, new() { Authorities = [SampleRecords.Agency] }).ShouldAllBe(r => r.Report.MayReport);
    }
}
