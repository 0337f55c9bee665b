using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

/// <summary>Pages and feeds as approved by eye; a change of markup shows as a change of a file.</summary>
public partial class SnapshotTests
{
    private const string Folder = "Approved";

    [Fact]
    public async Task FrontPage_IsAsApproved()
    {
        var html = await Get("");
        html.ShouldMatchApproved(c => c.NoDiff().SubFolder(Folder).WithFileExtension("html"));
    }

    [Fact]
    public async Task ListPage_IsAsApproved()
    {
        var html = await Get("/penalties?severity=general&from=2026-01-01");
        html.ShouldMatchApproved(c => c.NoDiff().SubFolder(Folder).WithFileExtension("html"));
    }

    [Fact]
    [Trait("Requirement", "000-24")]
    [Trait("Requirement", "004-10")]
    public async Task PenaltyPage_IsAsApproved()
    {
        var html = await Get("/records/y001PenAbCdEfGhIj");
        html.ShouldMatchApproved(c => c.NoDiff().SubFolder(Folder).WithFileExtension("html"));
    }

    [Fact]
    [Trait("Requirement", "004-9")]
    public async Task LicensePage_IsAsApproved()
    {
        var html = await Get("/records/x001LicAbCdEfGhIj");
        html.ShouldMatchApproved(c => c.NoDiff().SubFolder(Folder).WithFileExtension("html"));
    }

    [Fact]
    public async Task Feed_IsAsApproved()
    {
        var xml = await Get("/penalties/feed.xml");
        xml.ShouldMatchApproved(c => c.NoDiff().SubFolder(Folder).WithFileExtension("xml"));
    }

    [Fact]
    public async Task Csv_IsAsApproved()
    {
        var csv = await Get("/data/penalties.csv");
        csv.ShouldMatchApproved(c => c.NoDiff().SubFolder(Folder).WithFileExtension("csv"));
    }

    private static async Task<string> Get(string path)
    {
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"), records: Invented.Records(3, 3));
        return AssetHash().Replace(await host.TextAsync("/shuanggongshi" + path), "/assets/HASH/").ReplaceLineEndings("\n").TrimStart('\uFEFF');
    }

    [GeneratedRegex("/assets/[0-9a-f]{24}/")]
    private static partial Regex AssetHash();
}
