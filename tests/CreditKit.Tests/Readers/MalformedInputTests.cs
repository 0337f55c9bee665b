using System.Diagnostics;
using System.Text;
using CreditKit.Intake.Readers;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Readers;

/// <summary>Five hundred damaged files from a seed: each is read or refused with a message, in time and within memory.</summary>
public sealed class MalformedInputTests
{
    private const int Seed = 20261122;

    [Fact]
    [Trait("Requirement", "000-15")]
    public void FiveHundredDamagedFiles_NeverCrashHangOrEatMemory()
    {
        using var folder = new TempFolder();
        var random = new Random(Seed);
        var csv = Sheets.Csv([Sheets.Headings, .. Sheets.Rows(20)]);
        var utf8 = Encoding.UTF8.GetBytes(csv);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding("gb18030").GetBytes(csv);
        var xlsx = Sheets.Xlsx(("许可", [Sheets.Headings, .. Sheets.Rows(20)]));
        var xml = Encoding.UTF8.GetBytes("<ROWDATA>" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<ROW><XK_WSH>{i}</XK_WSH><XK_NR>内容</XK_NR></ROW>")) + "</ROWDATA>");
        var json = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 20).Select(i => $"{{\"XK_WSH\":\"{i}\",\"XK_NR\":\"内容\"}}")) + "]");
        (string Extension, byte[] Whole)[] files = [("csv", utf8), ("csv", gbk), ("xlsx", xlsx), ("xml", xml), ("json", json)];
        for (var i = 0; i < 500; i++)
        {
            var (extension, whole) = files[random.Next(files.Length)];
            var path = folder.File($"{i}.{extension}");
            File.WriteAllBytes(path, Damage(whole, random));
            Survives(path, i);
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("""[{"abc":"内容"},{"abc":"又"},{"XK_WSH":"12","XK_NR":"x"}]""", 1)]
    [InlineData("""[{"abc":"内容"},{"abc":"又"}]""", 0)]
    [InlineData("[{},{},{}]", 0)]
    [InlineData("<ROWDATA><ROW><foo>1</foo></ROW></ROWDATA>", 0)]
    [InlineData("<a><b/></a>", 0)]
    [InlineData("<ROWDATA><HEAD><n>1</n></HEAD><ROW><XK_WSH>1</XK_WSH><XK_NR>x</XK_NR></ROW></ROWDATA>", 1)]
    public void ObjectsWithUnknownNames_ArePassedOver_AndEnd(string json, int rows)
    {
        using var folder = new TempFolder();
        var path = folder.File(json[0] == '<' ? "a.xml" : "a.json");
        File.WriteAllText(path, json);
        var read = 0;
        var fault = Record.Exception(() =>
        {
            using var import = FileImport.Open(path, options: new() { Time = new TestClock() });
            read = import.Count();
        });
        read.ShouldBe(rows);
        if (rows == 0) fault.ShouldBeOfType<RecordFileException>();
        else fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("columns")]
    [InlineData("columns5000")]
    [InlineData("cell")]
    [InlineData("cell10")]
    [InlineData("quotes")]
    [InlineData("nested")]
    [InlineData("commas")]
    [InlineData("deepjson")]
    [InlineData("bigjson")]
    [InlineData("bigxml")]
    [InlineData("bomb")]
    [InlineData("sharedbomb")]
    [InlineData("formula")]
    [InlineData("entities")]
    [InlineData("farcell")]
    [InlineData("widecell")]
    [InlineData("encrypted")]
    [InlineData("plainzip")]
    public void HostileFile_IsAnsweredWithAMessage(string kind)
    {
        using var folder = new TempFolder();
        var path = folder.File(kind + (kind is "bomb" or "sharedbomb" or "formula" or "entities" or "farcell" or "widecell" or "encrypted" or "plainzip" ? ".xlsx" : kind.EndsWith("json", StringComparison.Ordinal) ? ".json" : kind == "bigxml" ? ".xml" : ".csv"));
        const string Head = "行政相对人名称,许可机关,许可内容\r\n";
        File.WriteAllBytes(path, kind switch
        {
            "columns" => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 5000).Select(i => $"列{i}"))),
            "columns5000" => Encoding.UTF8.GetBytes(Head + string.Join(',', Enumerable.Range(0, 5000)) + "\r\n"),
            "cell10" => Encoding.UTF8.GetBytes(Head + "甲,乙,\"" + new string('x', 10_000_000) + "\"\r\n"),
            "cell" => Encoding.UTF8.GetBytes(Head + "甲,乙," + new string('长', 5_000_000)),
            "quotes" => Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("\"a\nb\",", 2_000_000))),
            "nested" => Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("\"\"\"", 1_000_001))),
            "commas" => Encoding.UTF8.GetBytes(Head + new string(',', 10_000_000)),
            "deepjson" => Encoding.UTF8.GetBytes(new string('[', 100_000)),
            "bigjson" => Encoding.UTF8.GetBytes("[{\"XK_WSH\":\"" + new string('x', 10_000_000) + "\"}]"),
            "bigxml" => Encoding.UTF8.GetBytes("<ROWDATA><ROW><XK_WSH>" + new string('x', 10_000_000) + "</XK_WSH></ROW></ROWDATA>"),
            "bomb" => Sheets.RawXlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + new string('x', 80_000_000) + "</t></is></c></row>"),
            "sharedbomb" => Sheets.RawXlsx("", "<sst>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<si><t>{i * 7919L:X}</t></si>")) + new string(' ', 60_000_000) + "</sst>"),
            "formula" => Sheets.RawXlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1/\")</f><v>许可机关</v></c><c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"),
            "entities" => Sheets.RawXlsx("", "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"),
            "farcell" => Sheets.RawXlsx("<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>许可机关</t></is></c></row>"),
            "widecell" => Sheets.RawXlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>许可机关</t></is></c></row><row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><t>x</t></is></c></row>"),
            "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]],
            _ => PlainZip(),
        });
        // What the test itself made to write the file must not count.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var fault = Survives(path, 0);
        (GC.GetTotalMemory(forceFullCollection: false) - before).ShouldBeLessThan(500L << 20);
        if (kind != "formula") fault.ShouldNotBeNull();
    }

    private static byte[] PlainZip()
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, true)) zip.CreateEntry("readme.txt").Open().Dispose();
        return stream.ToArray();
    }

    private static RecordFileException? Survives(string path, int number)
    {
        var watch = Stopwatch.StartNew();
        RecordFileException? fault = null;
        try
        {
            using var import = FileImport.Open(path, options: new() { Time = new TestClock() });
            foreach (var row in import) row.Report.Issues.Count.ShouldBeGreaterThanOrEqualTo(0);
        }
        catch (RecordFileException e)
        {
            e.Message.Length.ShouldBeGreaterThan(10);
            fault = e;
        }
        catch (Exception e) when (e is not RecordFileException)
        {
            throw new InvalidOperationException($"seed {Seed}, file {number} ({Path.GetExtension(path)}): {e.GetType().Name} {e.Message}\n{e.StackTrace}");
        }
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), $"file {number}");
        return fault;
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(7))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1: for (var n = random.Next(1, 30); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256); return bytes;
            case 2: return [.. bytes[..(bytes.Length / 2)], .. new byte[random.Next(1, 50)], .. bytes[(bytes.Length / 2)..]];
            case 3: return [.. bytes, .. bytes[..random.Next(bytes.Length)]];
            case 4: for (var n = random.Next(1, 20); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)"\"',;<>&{}[]\n"[random.Next(12)]; return bytes;
            case 5: { var at = random.Next(bytes.Length); var to = random.Next(at, bytes.Length); return [.. bytes[..at], .. bytes[to..]]; }
            default: random.NextBytes(bytes.AsSpan(random.Next(bytes.Length))); return bytes;
        }
    }
}
