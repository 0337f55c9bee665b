using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CreditKit.Benchmarks.Storm;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ProvincialPortal.Exchange;
using ProvincialPortal.Faults;
using ProvincialPortal.Roads;

namespace CreditKit.Tests.Reporting;

/// <summary>An entry of a list goes up together with the records of the persons behind it, once, and its receipt comes back.</summary>
public class ListReportTests
{
    private const string Password = "k7-Qm2_vX9tLw4";
    private const string Hostile = "殷某<甲>&\"乙\"'丙'\n]]>';DROP TABLE x;--\u202e𠮷\u0001";
    private static readonly string[] s_kinds = ["license", "penalty", "list"];

    [Fact, Trait("Requirement", "003-17")]
    public async Task Entry_TravelsWithItsPersons_Once_AndItsRemovalFollows()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Timeout = "00:00:20", Kinds = s_kinds, IdentityNumbers = true });
        rig.Engine.Lists.Submit([Entry()], "test").ShouldHaveSingleItem().Outcome.ShouldBe("accepted");
        var desk = rig.Engine.OpenReporting().Lines[0].Lists;
        rig.Faults.Next(FaultKind.TimeoutAfterTaking);

        (await desk.RunAsync(again: false, default)).ShouldBe(new ListTotals(1, 0, 0, 0, 1));
        (await desk.RunAsync(again: false, default)).ShouldBe(new ListTotals(1, 1, 0, 0, 0));

        // Taken although its answer was lost: one effect, one receipt; and the persons came in the same call.
        var book = rig.Portal.Services.GetRequiredService<ListBook>();
        book.Effects.ShouldBe(1);
        var taken = book.Entries.ShouldHaveSingleItem();
        taken.GetProperty("entry").GetProperty("MD_XDR_SHXYM").GetString().ShouldBe(Codes.CreditCode(7));
        taken.GetProperty("persons").EnumerateArray().Select(p => (p.GetProperty("RY_JS").GetString(), p.GetProperty("RY_ZJHM").GetString())).ShouldBe([("法定代表人", Codes.IdentityNumber(5)), ("实际控制人", Codes.IdentityNumber(6))]);
        taken.GetProperty("persons")[0].GetProperty("RY_XM").GetString().ShouldBe(Hostile);
        rig.Engine.Listed.All().Single().Reports[ReportRig.Channel].ShouldSatisfyAllConditions(r => r.State.ShouldBe(ListedState.Accepted), r => r.Number.ShouldBe("MD000001"));
        var calls = rig.Faults.Calls;
        (await desk.RunAsync(again: false, default)).Sent.ShouldBe(0);
        rig.Faults.Calls.ShouldBe(calls);

        rig.Engine.Lists.Submit([Entry()], "test").Single().Outcome.ShouldBe("unchanged");
        rig.Engine.Lists.Submit([Entry() with { RemovedOn = new DateOnly(2026, 6, 1) }], "test").Single().ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe("corrected"), r => r.Revision.ShouldBe(2));
        (await desk.RunAsync(again: false, default)).Accepted.ShouldBe(1);
        book.Entries.ShouldHaveSingleItem().GetProperty("entry").GetProperty("MD_YCRQ").GetString().ShouldBe("2026-06-01");
        rig.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact, Trait("Requirement", "003-17"), Trait("Requirement", "003-12")]
    public async Task Persons_AreEncryptedAtRest_AndNeverInThePublicStore()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Kinds = s_kinds, IdentityNumbers = true });
        rig.Engine.Lists.Submit([Entry(name: "欧阳某某某")], "test");
        rig.Engine.Projector.CatchUp();

        rig.Engine.Ledger.Database.Checkpoint();
        foreach (var file in Directory.GetFiles(rig.DataDirectory, "*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            foreach (var secret in new[] { "欧阳某某某", Codes.IdentityNumber(5), "拒不履行" })
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, $"{Path.GetFileName(file)}");
        }

        // The keys go with a rotation, and what was kept stays readable.
        new KeyRotation(rig.Engine.Ledger.Database).Run("test");
        rig.Engine.Listed.All().Single().Subject.Persons[0].Name.ShouldBe("欧阳某某某");
        rig.Engine.Listed.All().Single().Subject.Persons[0].ToString().ShouldBe("法定代表人");
    }

    [Theory, Trait("Requirement", "003-17"), Trait("Requirement", "002-13")]
    [InlineData(false, true, true, "Kinds")]
    [InlineData(true, false, true, "IdentityNumbers")]
    [InlineData(true, true, false, "保密审查")]
    public async Task Entry_IsHeldBack_AndSaysWhy(bool list, bool numbers, bool reviewed, string why)
    {
        await using var rig = await ReportRig.StartAsync(null, new { Kinds = list ? s_kinds : ["license", "penalty"], IdentityNumbers = numbers });
        rig.Engine.Lists.Submit([reviewed ? Entry() : Entry() with { Reviewer = null, ReviewedOn = null }], "test");
        var desk = rig.Engine.OpenReporting().Lines[0].Lists;

        (await desk.RunAsync(again: true, default)).ShouldBe(new ListTotals(0, 0, 0, 1, 0));

        desk.Look().Single().Against.ShouldContain(why);
        rig.Portal.Services.GetRequiredService<ListBook>().Effects.ShouldBe(0);
    }

    [Fact, Trait("Requirement", "003-17")]
    public async Task Refusal_KeepsTheProvincesWords_AndGoesAgainOnCommandOrWhenItChanged()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Kinds = s_kinds, IdentityNumbers = true });
        var passport = Entry() with { Persons = [Entry().Persons[0] with { Document = new IdentityDocument("身份证", Codes.IdentityNumber(5)[..17] + "?") }] };
        rig.Engine.Listed.Submit(passport, "test");
        var desk = rig.Engine.OpenReporting().Lines[0].Lists;

        (await desk.RunAsync(again: false, default)).Rejected.ShouldBe(1);
        rig.Engine.Listed.All().Single().Reports[ReportRig.Channel].ShouldSatisfyAllConditions(r => r.State.ShouldBe(ListedState.Rejected), r => r.Words.ShouldContain("证件号码 数据无效"));
        (await desk.RunAsync(again: false, default)).Sent.ShouldBe(0);
        (await desk.RunAsync(again: true, default)).Rejected.ShouldBe(1);
        desk.Trouble(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue).ShouldBe((1, 0));

        rig.Engine.Listed.Submit(Entry(), "test").Revision.ShouldBe(2);
        (await desk.RunAsync(again: false, default)).Accepted.ShouldBe(1);
    }

    [Fact, Trait("Requirement", "003-17")]
    public async Task Entry_GoesIntoOneXmlFile_AndItsReceiptComesBack()
    {
        var drop = Directory.CreateTempSubdirectory("creditkit-drop-").FullName;
        await using var rig = await ReportRig.StartAsync(null, _ => new { Type = "drop-folder", Kinds = s_kinds, IdentityNumbers = true, Settings = new { Folder = drop, ListCode = "SXMD" } });
        rig.Engine.Lists.Submit([Entry()], "test");
        var desk = rig.Engine.OpenReporting().Lines[0].Lists;

        (await desk.RunAsync(again: false, default)).ShouldBe(new ListTotals(1, 0, 0, 0, 1));
        (await desk.RunAsync(again: false, default)).ShouldBe(new ListTotals(0, 0, 0, 0, 1));

        var file = Directory.GetFiles(drop, "SXMD_*.xml").ShouldHaveSingleItem();
        var sheets = XDocument.Load(file).Root!.Elements("ROWDATA").ToDictionary(e => e.Attribute("name")!.Value);
        sheets["名单"].Element("ROW")!.Element("MD_WSH")!.Value.ShouldBe("云市监列〔2026〕1号");
        sheets["相关责任人"].Elements("ROW").Select(r => r.Element("RY_XM")!.Value).First().ShouldBe(Hostile.Replace('\u0001', '\ufffd'));
        new FileReceipt(Path.GetFileName(file), "HZ-7", []).Write(Path.Combine(drop, "receipts"));
        (await desk.RunAsync(again: false, default)).Accepted.ShouldBe(1);
        rig.Engine.Listed.All().Single().Reports[ReportRig.Channel].Number.ShouldBe("HZ-7");
        Directory.Delete(drop, recursive: true);
    }

    [Fact, Trait("Requirement", "003-17"), Trait("Requirement", "004-14")]
    public async Task Entry_GoesIntoOnePackage_AndARefusalIsTypedIn()
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-package-").FullName;
        await using var rig = await ReportRig.StartAsync(null, _ => new { Type = "package", Token = Password, Kinds = s_kinds, IdentityNumbers = true, Settings = new { Folder = folder, Format = "xml" } });
        rig.Engine.Lists.Submit([Entry()], "test");
        var desk = rig.Engine.OpenReporting().Lines[0].Lists;

        (await desk.RunAsync(again: false, default)).Open.ShouldBe(1);

        var file = Directory.GetFiles(folder, "*.zip").ShouldHaveSingleItem();
        var files = AesZipReader.Open(await File.ReadAllBytesAsync(file), Password)!;
        files.Keys.Order(StringComparer.Ordinal).ShouldBe(["manifest.json", "名单.xml", "相关责任人.xml"]);
        JsonDocument.Parse(files["manifest.json"]).RootElement.GetProperty("lines")[0].GetProperty("key").GetString()!.ShouldStartWith("list.");
        new FileReceipt(Path.GetFileName(file), "HZ-8", [new FileReceiptRow(1, "typed", "盖章不清", "")]).Write(Path.Combine(folder, "receipts"));
        (await desk.RunAsync(again: false, default)).Rejected.ShouldBe(1);
        rig.Engine.Listed.All().Single().Reports[ReportRig.Channel].Words.ShouldBe("盖章不清");
        Directory.Delete(folder, recursive: true);
    }

    [Fact, Trait("Requirement", "003-17"), Trait("Requirement", "004-12")]
    public async Task Entry_LiesInTwoExchangeTables_AndTheirMarksAreItsReceipt()
    {
        using var folder = new TempFolder();
        var source = $"Data Source={folder.File("exchange.db")};Pooling=False";
        Run("CREATE TABLE MD (MD_BH TEXT PRIMARY KEY, MD_BC, MD_MC, MD_RDJG, MD_RDJGDM, MD_YJ, MD_XDR_MC, MD_XDR_LB, MD_XDR_SHXYM, MD_XDR_ZJLX, MD_XDR_ZJHM, MD_SY, MD_WSH, MD_LRRQ, MD_JZRQ, MD_YCRQ, ZT TEXT, CW TEXT); CREATE TABLE RY (MD_BH, RY_XH, RY_JS, RY_XM, RY_ZJLX, RY_ZJHM, RY_SXXW, RY_YJ, RY_WSH, ZT TEXT, CW TEXT)");
        await using var rig = await ReportRig.StartAsync(null, _ => new
        {
            Type = "exchange-table",
            Kinds = s_kinds,
            IdentityNumbers = true,
            Settings = new { Provider = "sqlite", ConnectionString = source, LicenseTable = "XK", PenaltyTable = "CF", ListTable = "MD", ListPersonTable = "RY", StateColumn = "ZT", ErrorColumn = "CW" },
        });
        rig.Engine.Lists.Submit([Entry()], "test");
        var desk = rig.Engine.OpenReporting().Lines[0].Lists;

        (await desk.RunAsync(again: false, default)).Open.ShouldBe(1);
        Scalar("SELECT COUNT(*) FROM RY WHERE ZT = '0'").ShouldBe("2");
        Scalar("SELECT RY_XM FROM RY WHERE RY_XH = '1'").ShouldBe(Hostile);

        // One person marked as failed refuses the entry; its next state takes the place of all of it.
        Run("UPDATE MD SET ZT = '1'; UPDATE RY SET ZT = '1'; UPDATE RY SET ZT = '2', CW = '证件号码不正确' WHERE RY_XH = '2'");
        (await desk.RunAsync(again: false, default)).Rejected.ShouldBe(1);
        rig.Engine.Lists.Submit([Entry() with { Persons = [Entry().Persons[0]] }], "test");
        (await desk.RunAsync(again: false, default)).Open.ShouldBe(1);
        (Scalar("SELECT COUNT(*) FROM RY"), Scalar("SELECT MD_BC FROM MD")).ShouldBe(("1", "2"));
        Run("UPDATE MD SET ZT = '1'; UPDATE RY SET ZT = '1'");
        (await desk.RunAsync(again: false, default)).Accepted.ShouldBe(1);

        void Run(string sql) => Scalar(sql);
        string? Scalar(string sql)
        {
            using var connection = new SqliteConnection(source);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()?.ToString();
        }
    }

    [Fact, Trait("Requirement", "003-17")]
    public async Task WrongEntry_IsRefused_FieldByField_WithoutAnyValue()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Kinds = s_kinds });
        var wrong = Entry() with
        {
            CreditCode = "91330000000000000X",
            Until = Entry().ListedOn,
            Reviewer = null,
            Persons = [Entry().Persons[0] with { Role = "会计", Document = new IdentityDocument("身份证", "110101199001011234"), Facts = " " }],
        };

        var results = rig.Engine.Lists.Submit([wrong, Entry()], "test");

        (results[0].Outcome, results[1].Outcome).ShouldBe(("rejected", "accepted"));
        var text = string.Join('\n', results[0].Issues);
        foreach (var head in new[] { "统一社会信用代码", "截止日期", "保密审查", "人员身份", "证件号码", "失信行为" }) text.ShouldContain(head);
        foreach (var value in new[] { "91330000000000000X", "110101199001011234", "会计" }) text.ShouldNotContain(value);
        rig.Engine.Listed.All().ShouldHaveSingleItem();
    }

    [Fact, Trait("Requirement", "003-17"), Trait("Requirement", "004-8")]
    public async Task Columns_AreTheAgencysForm_WhereItHasOne()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Kinds = s_kinds, IdentityNumbers = true });
        var form = Directory.CreateDirectory(Path.Combine(rig.DataDirectory, "standards", "lists"));
        await File.WriteAllTextAsync(Path.Combine(form.FullName, "form.json"), """
            { "id": "yunze-1", "source": "云泽市平台名单表式", "entry": [ { "code": "BH", "field": "id", "head": "编号" }, { "code": "MD_XDR_MC", "field": "name", "head": "名称" } ],
              "person": [ { "code": "BH", "field": "id", "head": "编号" }, { "code": "RY_SXXW", "field": "facts", "head": "失信行为" } ] }
            """);
        rig.Engine.Lists.Submit([Entry()], "test");

        (await rig.Engine.OpenReporting().Lines[0].Lists.RunAsync(again: false, default)).Accepted.ShouldBe(1);

        var taken = rig.Portal.Services.GetRequiredService<ListBook>().Entries.Single();
        taken.GetProperty("form").GetString().ShouldBe("yunze-1");
        taken.GetProperty("persons")[0].EnumerateObject().Select(p => p.Name).ShouldBe(["BH", "RY_SXXW"]);
        await File.WriteAllTextAsync(Path.Combine(form.FullName, "form.json"), """{ "id": "x", "source": "", "entry": [ { "code": "a b", "field": "id", "head": "" } ], "person": [] }""");
        Should.Throw<CreditKitException>(() => rig.Engine.OpenReporting()).Code.ShouldBe("CK1436");
    }

    private static ListedSubject Entry(string name = Hostile) => new()
    {
        List = "食品安全严重违法生产经营者名单",
        Authority = SampleRecords.License(1).DecidingAuthority,
        Basis = "《市场监督管理严重违法失信名单管理办法》第二条",
        Name = "云泽市食为天食品有限公司",
        CreditCode = Codes.CreditCode(7),
        Grounds = "违反食品安全法律、行政法规，拒不履行处罚决定",
        DocumentNumber = "云市监列〔2026〕1号",
        ListedOn = new DateOnly(2026, 3, 2),
        Until = new DateOnly(2029, 3, 2),
        Reviewer = "赵审查",
        ReviewedOn = new DateOnly(2026, 3, 3),
        Persons =
        [
            new RelatedPerson { Role = "法定代表人", Name = name, Document = new IdentityDocument("身份证", Codes.IdentityNumber(5)), Facts = "对本单位的违法行为负直接责任", Basis = "《食品安全法》第一百三十五条" },
            new RelatedPerson { Role = "实际控制人", Name = "钱某某", Document = new IdentityDocument("身份证", Codes.IdentityNumber(6)), Facts = "指使隐匿证据", Basis = "《食品安全法》第一百三十五条", DocumentNumber = "云市监处罚〔2026〕9号" },
        ],
    };
}
