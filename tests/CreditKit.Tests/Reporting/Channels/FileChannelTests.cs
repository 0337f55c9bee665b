using System.Text;
using System.Xml.Linq;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tests.Support;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using ProvincialPortal;
using ProvincialPortal.Roads;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>The roads over files: XML in a folder, encrypted packages; receipts, serial numbers, and crashes in the middle.</summary>
public class FileChannelTests
{
    private const string Password = "k7-Qm2_vX9tLw4";

    [Fact, Trait("Requirement", "000-14")]
    public async Task DropFolder_IsFetchedByTheProvince_AndItsReceiptsComeBack()
    {
        using var folder = new TempFolder();
        var drop = folder.Path;
        await using var bench = await ReportingBench.StartAsync(o => (o.DropFolder, o.FetchEvery) = (drop, TimeSpan.FromHours(1)));
        var options = Drop(drop);
        var channel = new DropFolderChannel(options, new TestClock());
        var ids = bench.Submit(SampleRecords.License(1), SampleRecords.License(2) with { Category = "不存在" }, SampleRecords.Penalty(3));

        (await bench.Hub(channel).DrainAsync(once: false, default)).Accepted.ShouldBe(3);

        Directory.GetFiles(drop, "XZ*").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe([
            "XZCF_20261122_00001.xml", "XZCF_20261122_00001.xml.done", "XZXK_20261122_00001.xml", "XZXK_20261122_00001.xml.done"]);
        bench.Outbox.Timeline(ids[0].RecordId)[0].Batch.ShouldBe("XZXK_20261122_00001.xml");
        bench.Portal.Services.GetRequiredService<FolderRoad>().Fetch().ShouldBe(2);
        bench.Received().Count.ShouldBe(2);
        var verdicts = (await channel.VerdictsAsync(DateTimeOffset.MinValue, default))!;
        verdicts.Count.ShouldBe(3);
        verdicts.Single(v => v.Answer.Class == AnswerClass.Rejected).Key.ShouldBe($"{ids[1].PublicId}.1.upsert");
        verdicts.Single(v => v.Key == $"{ids[0].PublicId}.1.upsert").Answer.Number.ShouldBe("HZXZXK_20261122_00001");

        bench.Ledger.Withdraw(new Withdrawal(ids[0].RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        (await bench.Hub(channel).DrainAsync(once: false, default)).Accepted.ShouldBe(1);
        File.Exists(Path.Combine(drop, "XZXKCX_20261122_00001.xml.done")).ShouldBeTrue();
        bench.Portal.Services.GetRequiredService<FolderRoad>().Fetch();
        bench.Received().Count.ShouldBe(1);
    }

    [Theory, Trait("Requirement", "003-6"), Trait("Requirement", "001-7")]
    [InlineData("xml")]
    [InlineData("xlsx")]
    public async Task Package_CarriesOtherActs_InASheetOfTheirOwn(string format)
    {
        using var folder = new TempFolder();
        var options = Package(folder.Path, format);
        options.Kinds.Add("act");

        await new PackageChannel(options, new TestClock()).SendAsync([Envelopes.Of(Support.SampleRecords.Act(), options)], default);

        var files = AesZipReader.Open(await File.ReadAllBytesAsync(folder.File("AGENCY_20261122_00001.zip")), Password)!;
        files.Keys.ShouldContain($"其他行政行为-法人及非法人组织.{format}");
        if (format == "xml") Encoding.UTF8.GetString(files["其他行政行为-法人及非法人组织.xml"]).ShouldContain("<行政行为类别>行政强制</行政行为类别>");
    }

    [Fact]
    public async Task DropFolder_KeepsHostileText_AndNamesNothingHalf()
    {
        using var folder = new TempFolder();
        var options = Drop(folder.Path);

        await new DropFolderChannel(options, new TestClock()).SendAsync([Envelopes.Of(Envelopes.HostilePenalty(1), options)], default);

        var row = XDocument.Load(folder.File("XZCF_20261122_00001.xml"), LoadOptions.PreserveWhitespace).Root!.Elements("ROW").ShouldHaveSingleItem();
        var expected = Envelopes.Hostile.Replace('\u0001', '\ufffd').Replace('\u0000', '\ufffd');
        foreach (var column in new[] { "CF_XDR_MC", "CF_WSH", "CF_SY", "CF_YJ", "CF_NR", "BZ" }) row.Element(column)!.Value.ShouldBe(expected, column);
        Directory.GetFiles(folder.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_HaveNoGapsAndNothingIsPutTwice_WhoeverDiesInTheMiddle()
    {
        using var folder = new TempFolder();
        var files = new SerialFolder(folder.File("out"), folder.File("state"));
        string Put(params string[] keys) => files.Put("s", n => $"f_{n}.xml", keys, (stream, n, _) => stream.Write(Encoding.UTF8.GetBytes($"content {n}")), ".done");
        Put("a").ShouldBe("f_1.xml");

        // Died while writing the content: nothing happened, and its number is given again.
        Should.Throw<InvalidOperationException>(() => files.Put("s", n => $"f_{n}.xml", ["b"], (_, _, _) => throw new InvalidOperationException(), ".done"));
        Put("c").ShouldBe("f_2.xml");

        // Died right after the decision: the next one finishes it, and finds its keys.
        File.WriteAllText(folder.File("state/f_3.xml.part"), "content 3");
        File.WriteAllText(folder.File("state/f_3.xml.pending"), "s\n3\nd\n");
        files.Find(["a", "b", "d"], ".done").ShouldBe(new Dictionary<string, string> { ["a"] = "f_1.xml", ["d"] = "f_3.xml" }, ignoreOrder: true);
        File.ReadAllText(folder.File("out/f_3.xml")).ShouldBe("content 3");
        File.Exists(folder.File("out/f_3.xml.done")).ShouldBeTrue();
        Put("e").ShouldBe("f_4.xml");

        // The platform has taken it away since: what we remember does not depend on it.
        File.Delete(folder.File("out/f_4.xml"));
        Put("f").ShouldBe("f_5.xml");
        files.Keys("f_4.xml").ShouldBe(["e"]);
    }

    [Fact, Trait("Requirement", "004-14")]
    public async Task Package_OpensWithThePasswordOnly_AndItsReceiptIsTakenIn()
    {
        using var folder = new TempFolder();
        await using var bench = await ReportingBench.StartAsync();
        var options = Package(folder.Path, "xml");
        var channel = new PackageChannel(options, new TestClock());
        var ids = bench.Submit(SampleRecords.License(1), SampleRecords.License(2) with { Category = "不存在" }, Envelopes.HostilePenalty(3));
        (await bench.Hub(channel).DrainAsync(once: false, default)).Accepted.ShouldBe(3);
        var path = folder.File("AGENCY_20261122_00001.zip");
        File.ReadAllText(path).ShouldNotContain("云泽市");

        var counter = bench.Portal.Services.GetRequiredService<PackageRoad>();
        counter.Take(path, "wrong-password-0").ShouldBeNull();
        var manifest = counter.Take(path, Password)!.Value;

        manifest.GetProperty("serial").GetInt32().ShouldBe(1);
        manifest.GetProperty("purpose").GetString().ShouldBe(options.Purpose);
        var verdicts = (await channel.VerdictsAsync(DateTimeOffset.MinValue, default))!;
        verdicts.Single(v => v.Key == $"{ids[1].PublicId}.1.upsert").Answer.Class.ShouldBe(AnswerClass.Rejected);
        verdicts.Single(v => v.Key == $"{ids[0].PublicId}.1.upsert").Answer.Number.ShouldBe("GP1");

        // The next one names the one before and its checksum.
        bench.Submit(SampleRecords.License(9));
        await bench.Hub(channel).DrainAsync(once: false, default);
        counter.Take(folder.File("AGENCY_20261122_00002.zip"), Password)!.Value.GetProperty("previous").GetString().ShouldBe("AGENCY_20261122_00001.zip");

        // One byte changed on the way: refused as a whole.
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[200] ^= 1;
        await File.WriteAllBytesAsync(folder.File("broken.zip"), bytes);
        counter.Take(folder.File("broken.zip"), Password).ShouldBeNull();
    }

    [Fact, Trait("Requirement", "004-13")]
    public async Task Package_HoldsTheNationalSheets_AsTextThatRunsNothing()
    {
        using var folder = new TempFolder();
        var options = Package(folder.Path, "xlsx");
        var hostile = Envelopes.HostilePenalty(1);

        await new PackageChannel(options, new TestClock()).SendAsync([Envelopes.Of(hostile, options), Envelopes.Of(SampleRecords.License(2), options, id: "B", operation: ReportOperation.Withdraw)], default);

        var files = AesZipReader.Open(await File.ReadAllBytesAsync(folder.File("AGENCY_20261122_00001.zip")), Password)!;
        files.Keys.Order(StringComparer.Ordinal).ShouldBe(new[] { "manifest.json", "撤下-行政许可-法人及非法人组织.xlsx", "行政处罚-法人及非法人组织.xlsx" }.Order(StringComparer.Ordinal));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(files["行政处罚-法人及非法人组织.xlsx"]));
        reader.Read();
        var heads = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        heads[0].ShouldBe("行政相对人名称");
        heads.ShouldNotContain("证件号码");
        reader.Read();
        reader.GetString(0).ShouldStartWith("'=cmd|");
        reader.GetString(heads.IndexOf("违法事实")).ShouldContain("]]>");
    }

    [Fact]
    public async Task Row_ThatMayBeInAFile_IsFoundAgainAndNotPutDownTwice()
    {
        using var folder = new TempFolder();
        var options = Drop(folder.Path);
        var channel = new DropFolderChannel(options, new TestClock());
        await channel.SendAsync([Envelopes.Of(SampleRecords.License(1), options)], default);

        var answers = await channel.LookUpAsync([Envelopes.Of(SampleRecords.License(1), options), Envelopes.Of(SampleRecords.License(1), options, revision: 2)], default);

        answers[0]!.ToString().ShouldBe("Accepted handed-over");
        answers[1].ShouldBeNull();
    }

    internal static ChannelOptions Drop(string folder)
    {
        var options = ReportingBench.Options();
        (options.Type, options.BaseAddress, options.Token, options.Timeout) = ("drop-folder", null, "", TimeSpan.FromSeconds(5));
        options.Settings["Folder"] = folder;
        return options;
    }

    internal static ChannelOptions Package(string folder, string format)
    {
        var options = Drop(folder);
        (options.Type, options.Token) = ("package", Password);
        (options.Settings["Format"], options.Settings["Sender"]) = (format, "AGENCY");
        return options;
    }
}
