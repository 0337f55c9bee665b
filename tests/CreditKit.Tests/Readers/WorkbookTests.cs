using System.IO.Compression;
using System.Text;
using CreditKit.Intake.Answer;
using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CreditKit.Tests.Readers;

public sealed class WorkbookTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Report(string csv)
    {
        File.WriteAllText(_folder.File("in.csv"), csv);
        var path = _folder.File("errors.xlsx");
        using var import = FileImport.Open(_folder.File("in.csv"), null, new() { Time = new TestClock() });
        using var book = ErrorWorkbook.Create(path, import.Headings);
        foreach (var row in import) if (!row.Report.MayReport) book.Add(row);
        return path;
    }

    private static string Dirty() => Sheets.Csv([Sheets.Headings, .. Sheets.Rows(1,
        SampleRecords.License(2) with { Content = null },
        SampleRecords.License(3) with { Counterpart = SampleRecords.License(3).Counterpart with { UnifiedSocialCreditCode = "914403001922038217", Name = "=HYPERLINK(\"http://127.0.0.1\")公司" } })]);

    [Fact]
    [Trait("Requirement", "000-15")]
    public void ErrorReport_IsAValidWorkbook_ColouredAndCommented()
    {
        var path = Report(Dirty());
        using var book = SpreadsheetDocument.Open(path, false);
        new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        book.WorkbookPart!.Workbook.Sheets!.Cast<Sheet>().Select(s => s.Name!.Value).ShouldBe(["错误数据", "问题清单", "规则说明"]);
        var part = (WorksheetPart)book.WorkbookPart.GetPartById(book.WorkbookPart.Workbook.Sheets!.Cast<Sheet>().First().Id!);
        part.WorksheetCommentsPart!.Comments.CommentList!.Cast<Comment>().Select(c => c.Reference!.Value).ShouldBe(["S2", "A3", "C3"], ignoreOrder: true);
        part.Worksheet.Descendants<Cell>().Single(c => c.CellReference == "S2").StyleIndex!.Value.ShouldBe(2u);
        part.Worksheet.Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public void ErrorReport_MendedAndImportedAgain_Works()
    {
        var path = Report(Dirty());
        using (var book = SpreadsheetDocument.Open(path, true))
        {
            var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Cast<Sheet>().First().Id!);
            void Put(string at, string text)
            {
                var cell = part.Worksheet.Descendants<Cell>().Single(c => c.CellReference == at);
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new(new Text(text));
            }
            Put("S2", "热食类食品制售");
            Put("C3", SampleRecords.License(3).Counterpart.UnifiedSocialCreditCode!);
            Put("A3", "某市晨光食品有限公司");
        }
        using var import = FileImport.Open(path, null, new() { Time = new TestClock() });
        import.Select(r => r.Record).ShouldBe([SampleRecords.License(2), SampleRecords.License(3)]);
        (import.Accepted, import.Rejected, import.HeldBack).ShouldBe((2, 0, 0));
    }

    [Fact]
    public void ErrorReport_NeverStartsACellWithAFormula()
    {
        var path = Report(Dirty());
        using var zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        xml.ShouldNotContain("<t xml:space=\"preserve\">=");
        xml.ShouldContain("<t xml:space=\"preserve\">'=HYPERLINK");
        using var again = FileImport.Open(path, null, new() { Time = new TestClock() });
        again.ToList().ShouldContain(r => r.Record.Counterpart.Name!.StartsWith("=HYPERLINK"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    public void SafeCell_GuardsAndComesBack(string value)
    {
        SafeCell.Escape(value).ShouldBe("'" + value);
        SafeCell.Unescape(SafeCell.Escape(value)).ShouldBe(value);
        SafeCell.Escape("普通").ShouldBe("普通");
    }

    [Fact]
    public void ErrorReport_Issues_MatchTheApproved()
    {
        using var import = FileImport.Open(Report(Dirty()), new() { Sheet = "问题清单", Kind = RecordKind.License, Columns = new Dictionary<string, CreditKit.Intake.Profiles.ProfileColumn> { ["问题"] = new("许可内容") } });
        var text = new StringBuilder(string.Join(" | ", import.Headings)).Append('\n');
        foreach (var row in import) text.Append(string.Join(" | ", row.Raw.Cells)).Append('\n');
        text.ToString().ShouldMatchApproved(o => o.NoDiff());
    }

    [Theory]
    [InlineData(RecordKind.License, ColumnSubject.Organization)]
    [InlineData(RecordKind.License, ColumnSubject.Natural)]
    [InlineData(RecordKind.Penalty, ColumnSubject.Organization)]
    [InlineData(RecordKind.Penalty, ColumnSubject.Natural)]
    [InlineData(RecordKind.Penalty, ColumnSubject.All)]
    [Trait("Requirement", "004-13")]
    public void Template_IsAValidWorkbook_WithListsAndNotes(RecordKind kind, ColumnSubject subject)
    {
        var path = _folder.File(TemplateWorkbook.FileName(kind, subject));
        using (var stream = File.Create(path)) TemplateWorkbook.Write(stream, StandardEditions.Default.Current, kind, subject);
        using var book = SpreadsheetDocument.Open(path, false);
        new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        var sheet = ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Cast<Sheet>().First().Id!)).Worksheet;
        sheet.Descendants<Cell>().Select(c => c.InnerText).Take(3).First().ShouldBe("行政相对人名称");
        sheet.Descendants<DataValidation>().Count().ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Template_FilledIn_ImportsWithoutIssues()
    {
        var columns = StandardEditions.Default.Current.Template(RecordKind.License, ColumnSubject.Organization).Concat(StandardEditions.Default.Current.Extensions(RecordKind.License)).ToList();
        var writer = new RecordWriter(StandardEditions.Default.Current, columns);
        var path = _folder.File("filled.xlsx");
        File.WriteAllBytes(path, Sheets.Xlsx(("行政许可", [[.. columns.Select(c => c.Head)], writer.Write(SampleRecords.License(1))])));
        using var import = FileImport.Open(path, null, new() { Time = new TestClock() });
        import.ToList().ShouldHaveSingleItem().Report.Issues.ShouldBeEmpty();
        import.FileIssues.ShouldBeEmpty();
    }
}
