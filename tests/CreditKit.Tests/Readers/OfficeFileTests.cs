using System.Diagnostics;
using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Readers;

/// <summary>Files that no library of this repository wrote: a BIFF8 workbook, and a workbook encrypted as a spreadsheet program does (OLE compound, agile encryption).</summary>
public sealed class OfficeFileTests
{
    private static string File(string name) => Repository.PathOf("tests", "CreditKit.Tests", "Readers", "files", name);

    [Fact]
    [Trait("Requirement", "000-15")]
    public void OldWorkbook_IsReadBelowItsTitle_WithDatesAndNumbers()
    {
        using var import = FileImport.Open(File("licences.xls"), options: new() { Time = new TestClock() });
        var rows = import.ToList();
        rows.Count.ShouldBe(40);
        (rows[0].Row, rows[^1].Row).ShouldBe((4, 43));
        var license = rows[6].Record.ShouldBeOfType<AdministrativeLicense>();
        license.Counterpart.Name.ShouldBe("云州市第7商贸有限公司");
        license.DocumentNumber.ShouldBe("云市监许〔2026〕7号");
        license.DecisionDate.ShouldBe(new DateOnly(2026, 7, 28));
        license.ValidFrom.ShouldBe(new DateOnly(2026, 8, 4));
        license.ValidUntil.ShouldBeNull();
        rows.ShouldAllBe(r => r.Report.Issues.Any(i => i.Rule == "uscc-check-digit"), "the invented codes have no check digit");
    }

    [Fact]
    public void LockedWorkbook_IsAnsweredWithTheRemedy()
    {
        var fault = Should.Throw<RecordFileException>(() => FileImport.Open(File("locked.xlsx")));
        fault.Code.ShouldBe("CK1405");
        fault.Message.ShouldContain("密码");
    }

    [Theory]
    [InlineData("licences.xls")]
    [InlineData("locked.xlsx")]
    public void DamagedOfficeFile_IsAnsweredWithAMessage(string name)
    {
        using var folder = new TempFolder();
        var whole = System.IO.File.ReadAllBytes(File(name));
        var random = new Random(20261122);
        for (var i = 0; i < 60; i++)
        {
            var bytes = whole.ToArray();
            if (i % 3 == 0) bytes = bytes[..random.Next(8, bytes.Length)];
            else for (var n = random.Next(1, 40); n > 0; n--) bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            var path = folder.File($"{i}{Path.GetExtension(name)}");
            System.IO.File.WriteAllBytes(path, bytes);
            var watch = Stopwatch.StartNew();
            try
            {
                using var import = FileImport.Open(path, options: new() { Time = new TestClock() });
                foreach (var row in import) row.Row.ShouldBeGreaterThan(0);
            }
            catch (RecordFileException e)
            {
                e.Message.Length.ShouldBeGreaterThan(10);
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), $"{name} {i}");
        }
    }
}
