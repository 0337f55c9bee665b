using System.Diagnostics;
using System.Net;

namespace CreditKit.AspNetCore.Tests;

/// <summary><c>dotnet new</c> makes a site that publishes and shows the column, by the commands of the README.</summary>
public sealed class SiteTemplateTests : IDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif
    private static readonly string s_checkout = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-new-").FullName;

    [Fact]
    public async Task Template_MakesASite_ThatPublishesAndShowsTheColumn()
    {
        var site = Path.Combine(_folder, "site");
        // A hive of its own: the templates of whoever runs the tests stay as they are.
        var hive = Path.Combine(_folder, "hive");
        await DotnetAsync("new", "install", Path.Combine(s_checkout, "templates/agency-site"), "--debug:custom-hive", hive);
        await DotnetAsync("new", "shuanggongshi", "-n", "Qinghe.Site", "-o", site, "--agency", "青禾市水务局", "--checkout", s_checkout, "--debug:custom-hive", hive);
        File.ReadAllText(Path.Combine(site, "README.md")).ShouldStartWith("# Qinghe.Site");
        File.Exists(Path.Combine(site, ".template.config/template.json")).ShouldBeFalse();
        await DotnetAsync("build", site, "-c", Configuration, "-v", "q", "--nologo");

        // As it is deployed: what the project does not publish is not there.
        var published = Path.Combine(_folder, "published");
        await DotnetAsync("publish", site, "-c", Configuration, "--no-build", "-o", published, "-v", "q", "--nologo");
        var info = new ProcessStartInfo("dotnet", [Path.Combine(published, "Qinghe.Site.dll"), "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = published, RedirectStandardOutput = true };
        using var running = Process.Start(info)!;
        try
        {
            var address = "";
            while (address.Length == 0 && await running.StandardOutput.ReadLineAsync() is { } line)
                if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is var at and >= 0) address = line[at..].Trim();
            using var client = new HttpClient { BaseAddress = new(address) };
            using var response = await client.GetAsync(new Uri("/shuanggongshi", UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = await response.Content.ReadAsStringAsync();
            page.ShouldContain("<a class=\"site-name\" href=\"/\">青禾市水务局</a>");
            page.ShouldContain("双公示");
        }
        finally
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // Servers that a build leaves behind would keep its output open for minutes.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{await errors}");
    }
}
