using System.Text.Json;
using CreditKit.Catalog;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.ToolCalls;

/// <summary>What an operator sees of custody, consent, attachments and settings; the program as a caller has it.</summary>
public sealed class CustodyCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CommandThatIsNone_IsOneFault()
    {
        var said = await Run(2, "frobnicate");
        said.ShouldContain("没有“frobnicate”这个命令或参数");
        said.ShouldNotContain("没有写命令");
    }

    [Fact]
    [Trait("Requirement", "002-12")]
    public async Task Attachment_GoesItsWay_ByTheCommandLine()
    {
        var id = Submit(SampleRecords.Penalty());
        File.WriteAllBytes(_folder.File("张三13905981234.pdf"), Papers.Png("13905981234", 300_000));
        var added = (await Json(0, "attachment", "add", id, _folder.File("张三13905981234.pdf"), "--title", "处罚决定书")).GetProperty("id").GetString()!;
        (await Run(3, "attachment", "release", added)).ShouldContain("CK1263");
        (await Json(0, "attachment", "list")).GetProperty("items").GetArrayLength().ShouldBe(1);
        var opened = await Json(0, "attachment", "open", added, _folder.File("look"), "--purpose", "公开前审查");
        File.ReadAllBytes(opened.GetProperty("files")[0].GetString()!).Length.ShouldBe(300_000 + 8 + 25 + 24);
        (await Json(0, "attachment", "release", added)).GetProperty("visible").GetBoolean().ShouldBeTrue();
        (await Json(0, "access", "list")).GetProperty("entries")[0].GetProperty("kind").GetString().ShouldBe("attachment");
        (await Json(0, "attachment", "remove", added, "--reason", "画面不清")).GetProperty("state").GetString().ShouldBe("removed");
        (await Run(3, "attachment", "refuse", added, "--reason", "x")).ShouldContain("CK1263");
        (await Run(3, "attachment", "open", "nobody", _folder.File("look"), "--purpose", "x")).ShouldContain("CK1261");
    }

    [Fact]
    [Trait("Requirement", "001-12")]
    [Trait("Requirement", "001-22")]
    public async Task Consent_OnTheRecordOrTheItem_Shows_AndItsWithdrawalHidesAtOnce()
    {
        var person = SampleRecords.License() with { Counterpart = new() { Name = "丙某某", Kind = CounterpartKind.NaturalPerson, IdentityDocument = new("身份证", Codes.IdentityNumber(41)) } };
        var id = Submit(person);
        Visible(id).ShouldBeFalse();
        string[] given = ["--purpose", "在本网站公示许可信息", "--scope", "姓名（脱敏）、许可内容", "--given", "2026-11-01"];
        (await Run(2, "consent", id, "--purpose", "公示")).ShouldContain("--scope");
        (await Run(3, "consent", id, "--withdrawn", "2026-11-20")).ShouldContain("CK1223");
        (await Run(3, ["consent", id, .. given[..5], "2027-01-01"])).ShouldContain("CK1223");
        (await Json(0, ["consent", id, .. given])).GetProperty("visible").GetBoolean().ShouldBeTrue();
        Visible(id).ShouldBeTrue();
        (await Json(0, "consent", id, "--withdrawn", "2026-11-20")).GetProperty("visible").GetBoolean().ShouldBeFalse();
        Visible(id).ShouldBeFalse();

        // On the item: for whoever has said nothing himself; who withdrew stays hidden.
        Engine(e => e.SaveCatalogue(Items.Edition("e", CatalogLayer.Supplement, new(2020, 1, 1), Items.Item("XK000001")), "tester"));
        var other = Submit(person with { DocumentNumber = "某市监许〔2026〕2号", Counterpart = person.Counterpart with { Name = "丁某某" } });
        Visible(other).ShouldBeFalse();
        await Json(0, ["consent", "--item", "XK000001", .. given]);
        (Visible(other), Visible(id)).ShouldBe((true, false));
        await Json(0, "consent", "--item", "XK000001", "--withdrawn", "2026-11-21");
        Visible(other).ShouldBeFalse();
        (await Json(0, "audit", "verify")).GetProperty("intact").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [Trait("Requirement", "001-12")]
    [InlineData("《中华人民共和国行政许可法》第四十条", true)]
    [InlineData("政府信息公开条例第20条", true)]
    [InlineData("本人同意（2026年10月8日）", true)]
    [InlineData("有", false)]
    [InlineData("《中华人民共和国行政许可法》", false)]
    [InlineData("第四十条", false)]
    [InlineData("同意", false)]
    [InlineData("无", false)]
    public void Basis_OfANaturalPerson_NamesTextAndArticle_OrAConsentWithItsDay(string basis, bool shown)
    {
        var person = SampleRecords.License() with { Counterpart = new() { Name = "丙某某", Kind = CounterpartKind.NaturalPerson, IdentityDocument = new("身份证", Codes.IdentityNumber(41)) }, PersonalDisclosureBasis = basis };
        Visible(Submit(person)).ShouldBe(shown);
    }

    [Fact]
    public async Task Doctor_TellsMistypedSettings_AndAChannelTypeThatDoesNotExist()
    {
        Submit(SampleRecords.Penalty());
        File.WriteAllText(_folder.File("shuanggongshi.json"), """
            { "ShuangGongShi": { "Polcy": { }, "RoutePrefix": "/x", "Retention": { "AccessMonth": 60, "LogMonths": 3 }, "Agency": { "Nmae": "x" },
              "Authorities": [ { "Name": "某市市场监督管理局", "Kode": "1" } ], "Channels": { "province": { "Type": "portal-apy", "BaseAdress": "http://127.0.0.1:9" } } } }
            """);
        var told = await Json(1, "doctor");
        var warnings = told.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!).ToList();
        foreach (var (name, nearest) in new[] { ("ShuangGongShi:Polcy", "Policy"), ("Retention:AccessMonth", "AccessMonths"), ("Agency:Nmae", "Name"), ("Authorities:0:Kode", null), ("Channels:province:BaseAdress", "BaseAddress") })
            warnings.ShouldContain(w => w.Contains(name) && (nearest == null || w.Contains($"是不是 {nearest}")), name);
        warnings.ShouldNotContain(w => w.Contains("RoutePrefix"));
        warnings.ShouldContain(w => w.Contains("LogMonths") && w.Contains("6 个月"));
        told.GetProperty("errors")[0].GetString().ShouldNotBeNull().ShouldContain("portal-apy");
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task Doctor_ShowsWhatRunsOnSchedule_AndPublicationWithoutReview()
    {
        Submit(SampleRecords.Penalty());
        File.WriteAllText(_folder.File("shuanggongshi.json"), """{ "PublishWithoutReview": true, "Shipping": { "File": "/outside/public.db", "Every": "00:02:00" } }""");
        Engine(e => e.Ledger.Audit("schedule", "audit-verify", "intact", null, "entries=1"));
        var custody = (await Json(0, "doctor")).GetProperty("custody");
        custody.GetProperty("auditOutcome").GetString().ShouldBe("intact");
        custody.GetProperty("shippingEvery").GetString().ShouldBe("00:02:00");
        custody.GetProperty("accessMonths").GetInt32().ShouldBe(60);
        var text = await Run(0, "doctor");
        text.ShouldContain("不经审查即公示");
        text.ShouldContain("每 2 分钟");
        text.ShouldContain("上次定时核对 2026-11-22 10:00，完整");
    }

    [Fact]
    public async Task Exclusion_RefusesWhatIsNoGround_AnotherCounterpart_AndPersonalData()
    {
        var id = Submit(SampleRecords.Penalty());
        (await Run(3, "exclude", id, "--lift", "no-such-ground", "--reason", "x")).ShouldContain("CK1720");
        (await Run(0, "exclude", id, "--lift", "privacy", "--reason", "查明没有")).ShouldContain("没有这一理由");
        (await Run(3, "exclude", id, "--counterpart", "另一家公司", "--ground", "privacy", "--evidence", "审查表")).ShouldContain("没有找到");
        (await Run(3, "exclude", id, "--ground", "privacy", "--evidence", $"当事人身份证号{Codes.IdentityNumber(41)}")).ShouldContain("CK1721");
        (await Run(3, "exclude", id, "--lift", "privacy", "--reason", $"身份证号{Codes.IdentityNumber(41)}")).ShouldContain("CK1721");
        Visible(id).ShouldBeTrue();
        (await Run(0, "exclude", id, "--counterpart", "某市晨光食品有限公司", "--ground", "privacy", "--evidence", "审查表 2026-5")).ShouldContain("已记录");
        Visible(id).ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "000-25")]
    public async Task Withdrawal_OfWhatWasNeverShown_StaysOnTheRiskList_UntilAReasonIsRecorded()
    {
        var id = Submit(SampleRecords.Penalty() with { Reviewer = null, ReviewedOn = null });
        (await Json(1, "risks")).GetProperty("risks")[0].GetProperty("code").GetString().ShouldBe("not-reviewed");
        await Run(0, "withdraw", id, "--ground", "changed", "--reason", "另行作出");
        (await Json(1, "risks")).GetProperty("risks")[0].GetProperty("code").GetString().ShouldBe("withdrawn-unpublished");
        await Run(0, "exclude", id, "--ground", "no-social-impact", "--evidence", "审查表 2026-5");
        (await Json(0, "risks")).GetProperty("risks").GetArrayLength().ShouldBe(0);

        var shown = Submit(SampleRecords.Penalty(2));
        await Run(0, "withdraw", shown, "--ground", "changed", "--reason", "另行作出");
        (await Json(0, "risks")).GetProperty("risks").GetArrayLength().ShouldBe(0, "it was shown");
    }

    [Theory]
    [InlineData("assess", "--kind", "1")]
    [InlineData("assess", "--kind", "License,Penalty")]
    [InlineData("assess", "--list", "0")]
    [InlineData("catalogue", "transfer", "X", "--to", "x:y", "--on", "2026-01-01", "--basis", "z", "--kind", "1")]
    public async Task Numbers_BehindNames_AreNoValues(params string[] call) => (await Run(2, call)).ShouldContain("可用的值");

    [Fact]
    [Trait("Requirement", "001-21")]
    public async Task AuditVerify_LocatesWhatWasTamperedWith()
    {
        for (var n = 1; n <= 6; n++) Submit(SampleRecords.Penalty(n));
        (await Json(0, "audit", "verify")).GetProperty("intact").GetBoolean().ShouldBeTrue();
        foreach (var (tamper, at) in new[] { ("UPDATE audit SET actor = 'nobody' WHERE number = 4", 4), ("DELETE FROM audit WHERE number = 2", 3) })
        {
            Engine(e => e.Ledger.Database.Write((c, t) => Sql.Run(c, t, $"DROP TRIGGER IF EXISTS audit_keeps_entries; DROP TRIGGER IF EXISTS audit_keeps_content; {tamper}")));
            var found = await Json(1, "audit", "verify");
            (found.GetProperty("intact").GetBoolean(), found.GetProperty("brokenAt").GetInt64()).ShouldBe((false, at), tamper);
        }
    }

    private string Submit(CreditRecord record)
    {
        var id = "";
        Engine(e => id = e.Intake.SubmitAsync(record, new SourceReference("测试", null, "tester")).GetAwaiter().GetResult().Id!);
        return id;
    }

    private bool Visible(string id)
    {
        var visible = false;
        Engine(e => visible = e.Query.Find(id).Record is not null);
        return visible;
    }

    private void Engine(Action<CreditKitEngine> act)
    {
        using var engine = CreditKitEngine.Open(new CreditKitOptions { DataDirectory = _folder.Path }, _clock);
        engine.Projector.CatchUp();
        act(engine);
    }

    private async Task<string> Run(int expected, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CreditKit.Tool.CommandLine.RunAsync([.. args, "--data", _folder.Path], output, error, _clock);
        code.ShouldBe(expected, $"{string.Join(' ', args)}\n{output}\n{error}");
        return $"{output}{error}";
    }

    private async Task<JsonElement> Json(int expected, params string[] args)
    {
        var text = await Run(expected, [.. args, "--json"]);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
