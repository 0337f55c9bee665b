using System.Text.Json;
using System.Xml.Linq;
using CreditKit.Desensitization;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tests.Support;
using CreditKit.Tool;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>What a channel is handed, over the whole engine: receiver's columns, the page's hash, what is held back, receipts.</summary>
public sealed class EnvelopeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));
    private readonly SourceReference _source = new("审批系统", null, "tester");

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Requirement", "004-11"), Trait("Requirement", "001-10")]
    public async Task Hash_IsThatOfThePublicPage_AndPurposeAndColumnsAreTheReceivers()
    {
        Configure(new { ExtraColumns = new { PH = "{publicHash}", YT = "{purpose}", ID = "{recordId}" }, Columns = new { XK_FR_ZJHM = "XK_FR_SFZH", XK_XDR_SWDJ = "-" }, Purpose = "双公示归集" });
        using var engine = Open();
        var id = (await engine.Intake.SubmitAsync(SampleRecords.License(1), _source)).Id!;

        (await engine.OpenReporting().DrainAsync(once: false, default)).Accepted.ShouldBe(1);

        var row = XDocument.Load(Path.Combine(Drop, "XZXK_20260310_00001.xml")).Root!.Element("ROW")!;
        row.Element("PH")!.Value.ShouldBe(PublicHash.Of(engine.Query.Find(id).Record!));
        (row.Element("YT")!.Value, row.Element("ID")!.Value).ShouldBe(("双公示归集", id));
        row.Element("XK_FR_SFZH").ShouldNotBeNull();
        row.Element("XK_FR_ZJHM").ShouldBeNull();
        row.Element("XK_XDR_SWDJ").ShouldBeNull();
    }

    [Fact]
    public async Task Hash_ChangesWithWhatThePageShows_AndWithNothingElse()
    {
        Configure(new { });
        using var engine = Open();
        var id = (await engine.Intake.SubmitAsync(SampleRecords.License(1), _source)).Id!;
        var record = engine.Query.Find(id).Record!;

        PublicHash.Of(record with { Revision = 7, Corrected = true, UnderObjection = true }).ShouldBe(PublicHash.Of(record));
        PublicHash.Of(record with { Fields = [.. record.Fields.Select((f, i) => i == 0 ? f with { Value = f.Value + "。" } : f)] }).ShouldNotBe(PublicHash.Of(record));
    }

    [Fact, Trait("Requirement", "000-15")]
    public async Task Row_WaitsForAPerson_WhenTheReceiverWouldRefuseIt()
    {
        Configure(new { Limits = new { XK_NR = 3 } });
        using var engine = Open();
        await engine.Intake.SubmitAsync(SampleRecords.License(1), _source);

        var totals = await engine.OpenReporting().DrainAsync(once: false, default);

        (totals.Sent, totals.Rejected).ShouldBe((0, 1));
        var waiting = new SqliteOutbox(engine.Ledger.Database).Waiting("files", 10).ShouldHaveSingleItem();
        waiting.Code.ShouldBe("receiver-rules");
        waiting.Answer!.ShouldContain("许可内容最多 3 个字符");
        Directory.Exists(Drop).ShouldBeFalse();
    }

    [Fact, Trait("Requirement", "001-6")]
    public async Task Record_IsHeldBackWithItsReason_WhereTheCategoryIsNotTheChannels()
    {
        Configure(new { Categories = new[] { "特许" } });
        using var engine = Open();
        var id = (await engine.Intake.SubmitAsync(SampleRecords.License(1), _source)).Id!;

        (await engine.OpenReporting().DrainAsync(once: false, default)).Sent.ShouldBe(0);

        engine.Explain(engine.Ledger.FindByPublicId(id)!).Law.Reasons.ShouldContain(r => r.Code == "not-this-category" && r.Blocks);
    }

    [Fact, Trait("Requirement", "004-14")]
    public async Task Receipt_IsTypedIn_AndComesBackAsVerdicts()
    {
        Configure(new { });
        using (var engine = Open())
        {
            foreach (var seed in new[] { 1, 2 }) await engine.Intake.SubmitAsync(SampleRecords.License(seed), _source);
            (await engine.OpenReporting().DrainAsync(once: false, default)).Accepted.ShouldBe(2);
        }

        var output = new StringWriter();
        (await CommandLine.RunAsync(["receipt", "--data", _folder.Path, "--package", "XZXK_20260310_00001.xml", "--number", "回执7", "--reject", "2:主体不匹配", "--json"], output, TextWriter.Null, _clock)).ShouldBe(1);

        var answer = JsonDocument.Parse(output.ToString()).RootElement;
        (answer.GetProperty("rows").GetInt32(), answer.GetProperty("refused").GetInt32()).ShouldBe((2, 1));
        using var again = Open();
        var channel = (ILateVerdicts)ChannelTypes.Make(again.Channels[0], _clock);
        var verdicts = (await channel.VerdictsAsync(DateTimeOffset.MinValue, default))!;
        verdicts.Select(v => v.Answer.Class).ShouldBe([AnswerClass.Accepted, AnswerClass.Rejected]);
        (verdicts[0].Answer.Number, verdicts[1].Answer.Message).ShouldBe(("回执7", "主体不匹配"));
        var error = new StringWriter();
        (await CommandLine.RunAsync(["receipt", "--data", _folder.Path, "--package", "no-such.xml", "--number", "1"], TextWriter.Null, error, _clock)).ShouldBe(3);
        error.ToString().ShouldContain("CK1513");
    }

    private string Drop => _folder.File("drop");

    private void Configure(object channel)
    {
        var settings = JsonSerializer.SerializeToNode(channel)!.AsObject();
        (settings["Type"], settings["Settings"]) = ("drop-folder", JsonSerializer.SerializeToNode(new { Folder = Drop }));
        var root = new { Channels = new Dictionary<string, object> { ["files"] = settings } };
        File.WriteAllText(_folder.File(SettingsFile.Name), JsonSerializer.Serialize(root));
    }

    private CreditKitEngine Open()
    {
        var options = SettingsFile.Load(_folder.Path, _ => { });
        options.DataDirectory = _folder.Path;
        var engine = CreditKitEngine.Open(options, _clock);
        engine.Projector.CatchUp();
        return engine;
    }
}
