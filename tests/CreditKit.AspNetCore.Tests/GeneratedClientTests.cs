using System.Diagnostics;
using System.Text.Json.Nodes;
using CreditKit.AspNetCore.Tests.Generated;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The clients that NSwag makes of the column's own document (tools/nswag/regenerate.sh).</summary>
public sealed class GeneratedClientTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    [Fact]
    [Trait("Requirement", "000-6")]
    public async Task Document_IsTheOneTheClientsWereMadeFrom()
    {
        await using var host = await ColumnHost.StartAsync();
        var file = Path.Combine(s_root, "tools/nswag/column-openapi.json");
        var live = JsonNode.Parse(await host.TextAsync("/shuanggongshi/api/v1/openapi-3.0.json"))!.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CREDITKIT_WRITE_CONTRACT") == "1") await File.WriteAllTextAsync(file, live);
        (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").ShouldBe(live, "run the test with CREDITKIT_WRITE_CONTRACT=1, then tools/nswag/regenerate.sh");
    }

    [Fact]
    [Trait("Requirement", "000-6")]
    public async Task CSharpClient_ReadsListsRecordsAndStatistics()
    {
        await using var host = await ColumnHost.StartAsync();
        var client = new ColumnClient(host.Client);
        var list = await client.ListRecordsAsync("食品", Kind.Penalty, null, null, Severity.General, null, null, null, null, null, 5);
        list.Items.Count.ShouldBe(5);
        list.Items.ShouldAllBe(i => i.Kind == "penalty" && i.DecisionDate != null);
        var record = await client.GetRecordAsync(list.Items.First().Id);
        record.Fields.ShouldContain(f => f.Id == "ViolationFacts");
        record.Until.ShouldBe(record.LastDay!.Value.AddDays(1));
        (await client.GetStatisticsAsync()).Total.ShouldBe(83);
        (await client.GetOverviewAsync()).Licenses.ShouldBe(45);
        var missing = await Should.ThrowAsync<ApiException<Generated.ApiProblem>>(() => client.GetRecordAsync("none"));
        missing.StatusCode.ShouldBe(404);
        missing.Result.Title.ShouldBe("没有这条信息");
    }

    [TypeScriptFact]
    public async Task TypeScriptClient_Compiles_AndReadsAList()
    {
        await using var host = await ColumnHost.StartAsync();
        var folder = Directory.CreateTempSubdirectory("creditkit-ts").FullName;
        try
        {
            File.Copy(Path.Combine(s_root, "tests/CreditKit.AspNetCore.Tests/Generated/columnClient.ts"), Path.Combine(folder, "columnClient.ts"));
            await File.WriteAllTextAsync(Path.Combine(folder, "use.ts"), $$"""
                import { ColumnClient, Kind } from "./columnClient";
                const client = new ColumnClient("{{host.Address.AbsoluteUri.TrimEnd('/')}}", { fetch });
                client.listRecords("食品", Kind.Penalty, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 3).then(async list => {
                  const record = await client.getRecord(list.items[0].id);
                  console.log(list.items.length, record.kind);
                });
                """);
            Run("node", folder, TypeScriptFactAttribute.Compiler!, "--strict", "--target", "es2020", "--module", "commonjs", "--lib", "es2020,dom", "use.ts");
            Run("node", folder, "use.js").ShouldBe("3 penalty");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return output.Trim();
    }
}

/// <summary>Runs where Node and the TypeScript compiler are: <c>TYPESCRIPT_HOME</c> names the folder whose node_modules has it.</summary>
internal sealed class TypeScriptFactAttribute : FactAttribute
{
    public TypeScriptFactAttribute()
    {
        if (Compiler is null) Skip = "no TypeScript compiler: set TYPESCRIPT_HOME to a folder with node_modules/typescript";
    }

    public static string? Compiler { get; } = Environment.GetEnvironmentVariable("TYPESCRIPT_HOME") is { } home && Path.Combine(home, "node_modules/typescript/bin/tsc") is var file && File.Exists(file) ? file : null;
}
