using System.Text.Json;
using CreditKit.Records;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.ToolCalls;

/// <summary>Lists with the persons behind them by the command line: what an operator sees, and never whom.</summary>
public sealed class ListsCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Requirement", "003-17")]
    public async Task List_ComesIn_IsReported_AndTellsWhereItStands_WithoutItsPersons()
    {
        File.WriteAllText(_folder.File("shuanggongshi.json"), JsonSerializer.Serialize(new
        {
            Channels = new Dictionary<string, object>
            {
                ["disc"] = new { Type = "package", Token = "k7-Qm2_vX9tLw4", Kinds = new[] { "license", "list" }, IdentityNumbers = true, Settings = new { Folder = _folder.File("out") } },
                ["soap"] = new { Type = "soap-xml", BaseAddress = "http://127.0.0.1:9/", Token = "b7c1f0e29d5a4863", Kinds = new[] { "license", "list" }, IdentityNumbers = true },
            },
        }));
        File.WriteAllText(_folder.File("list.json"), JsonSerializer.Serialize(new
        {
            list = "食品安全严重违法生产经营者名单",
            authority = "云泽市市场监督管理局",
            basis = "名单管理办法第二条",
            reviewer = "赵审查",
            reviewedOn = "2026-03-03",
            entries = new object[]
            {
                new { name = "云泽市某食品有限公司", code = Codes.CreditCode(3), grounds = "拒不履行", number = "云市监列〔2026〕1号", listedOn = "2026-03-02", until = "2029-03-02", persons = new[] { Person(Codes.IdentityNumber(8)) } },
                new { name = "云泽市另一公司", code = Codes.CreditCode(4), grounds = "拒不履行", number = "云市监列〔2026〕2号", listedOn = "2026-03-02", until = "2029-03-02", persons = new[] { Person("110101199001011234") } },
            },
        }));

        var imported = await Json(1, "lists", "import", _folder.File("list.json"));
        (imported.GetProperty("accepted").GetInt32(), imported.GetProperty("rejected").GetInt32()).ShouldBe((1, 1));
        (await Run(0, "lists", "report", "--channel", "disc")).ShouldContain("送出 1 条");
        var shown = await Run(0, "lists", "show");
        shown.ShouldContain("disc：已写入 SGS_20261122_00001.zip，等待平台回执");
        shown.ShouldContain("soap：不报：通道类型 soap-xml 没有报送名单的办法");
        (await Run(0, "receipt", "--package", "SGS_20261122_00001.zip", "--number", "HZ-1")).ShouldContain("1 行接收");
        await Run(0, "lists", "report", "--channel", "disc");
        shown = await Run(0, "lists", "show");
        shown.ShouldContain("disc：已接收，回执 HZ-1");
        var id = (await Json(0, "lists", "show")).GetProperty("entries")[0].GetProperty("id").GetString()!;
        await Run(0, "lists", "report", "--channel", "soap", "--entry", id, "--number", "纸质 3 号");
        (await Run(0, "lists", "show")).ShouldContain("soap：已接收，回执 纸质 3 号");
        foreach (var secret in new[] { "欧阳某某", Codes.IdentityNumber(8), "k7-Qm2" }) shown.ShouldNotContain(secret);
        File.WriteAllText(_folder.File("list.json"), $$"""{ "list": "{{Codes.IdentityNumber(8)}}", "entries": 3 }""");
        (await Run(3, "lists", "import", _folder.File("list.json"))).ShouldSatisfyAllConditions(t => t.ShouldContain("CK1471"), t => t.ShouldNotContain(Codes.IdentityNumber(8)));
    }

    private static object Person(string number) => new { role = "法定代表人", name = "欧阳某某", documentType = "身份证", documentNumber = number, facts = "负直接责任", basis = "某法第一条" };

    private async Task<string> Run(int expected, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CreditKit.Tool.CommandLine.RunAsync([.. args, "--data", _folder.Path], output, error, new TestClock());
        code.ShouldBe(expected, $"{string.Join(' ', args)}\n{output}\n{error}");
        return $"{output}{error}";
    }

    private async Task<JsonElement> Json(int expected, params string[] args)
    {
        using var document = JsonDocument.Parse(await Run(expected, [.. args, "--json"]));
        return document.RootElement.Clone();
    }
}
