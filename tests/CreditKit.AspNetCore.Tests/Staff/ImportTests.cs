using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Staff;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Standards;

namespace CreditKit.AspNetCore.Tests.Staff;

public sealed class ImportTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 28, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "000-2")]
    [Trait("Requirement", "002-4")]
    public async Task File_IsPreviewed_ThenImported_AndWaitsForItsReview_WhateverItsColumnsSay()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        var (status, text) = await clerk.UploadAsync("/import", "file", "七月处罚.csv", Csv(StaffHost.Penalty(1) with { Reviewer = "自己", ReviewedOn = new DateOnly(2026, 7, 21) }, StaffHost.Penalty(2), StaffHost.Penalty(3) with { DocumentNumber = null }));
        status.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldContain("七月处罚.csv");
        host.Engine.Ledger.All().ShouldBeEmpty("a preview writes nothing");
        var path = Regex.Match(text, "/shuanggongshi-admin(/import/[A-Za-z0-9_-]{22})\"").Groups[1].Value;

        using var other = host.As("entry2", "entry");
        (await other.PostAsync(path, ("do", "import"))).Status.ShouldBe(HttpStatusCode.NotFound, "only who uploaded it");
        (await clerk.PostAsync(path, ("do", "import"))).Text.ShouldContain("新增 2");
        var records = host.Engine.Ledger.All().ToList();
        records.Count.ShouldBe(2);
        records.ShouldAllBe(r => !r.Standing.Released);
        (await clerk.PageAsync("/records/" + records[0].PublicId)).ShouldContain("七月处罚.csv 第 2 行");
        (await clerk.PostAsync(path, ("do", "import"))).Status.ShouldBe(HttpStatusCode.NotFound, "the file is gone with its import");
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task LargeImport_GoesOn_AndShowsHowFarItIs_ToItsOwnerOnly()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var jobs = new ImportJobs();
        using var gate = new ManualResetEventSlim();
        var job = jobs.Start("a", "entry1", "大表.csv", progress =>
        {
            progress.Report(new(1_000, 0.25));
            gate.Wait();
            return new(4_000, 4_000, 0, 0, 0);
        });
        SpinWait.SpinUntil(() => job.Rows == 1_000, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        job.Fraction.ShouldBe(0.25);
        jobs.Start("a", "entry1", "大表.csv", _ => throw new InvalidOperationException("twice")).ShouldBeSameAs(job);
        jobs.Find("a", "entry2").ShouldBeNull();
        gate.Set();
        (await job.Done).Accepted.ShouldBe(4_000);

        using var clerk = host.As("entry1", "entry");
        (await clerk.GetAsync("/import/aaaaaaaaaaaaaaaaaaaaaa")).Text.ShouldContain("没有正在进行的导入");
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task ErrorWorkbook_HoldsTheRejectedRows()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        var (_, text) = await clerk.UploadAsync("/import", "file", "a.csv", Csv(StaffHost.Penalty(1) with { DocumentNumber = null }));
        text.ShouldContain("不能公示");
        var path = Regex.Match(text, "/shuanggongshi-admin(/import/[A-Za-z0-9_-]{22})\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("do", "errors"), KeyValuePair.Create("__RequestVerificationToken", clerk.OwnToken)]);
        using var response = await clerk.Client.PostAsync(new Uri("/shuanggongshi-admin" + path, UriKind.Relative), content);
        response.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("errors.xlsx");
        (await response.Content.ReadAsByteArrayAsync()).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
    }

    [Theory]
    [InlineData("旧表（张科长）.xlsx", "这不是表格", "旧表（张科长）.xlsx")]
    [InlineData("..\\..\\etc\\passwd.csv", "", "passwd.csv")]
    [InlineData("空.csv", "a,b,c\n1,2,3\n", "空.csv")]
    [Trait("Requirement", "000-4")]
    public async Task UnreadableFile_IsNamedAsTheClerkKnowsIt_AndNothingStays(string name, string content, string expected)
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        var (status, text) = await clerk.UploadAsync("/import", "file", name, Encoding.UTF8.GetBytes(content));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain(content.Length == 0 ? "没有收到文件" : expected);
        Directory.EnumerateFileSystemEntries(Path.Combine(host.Engine.Options.DataDirectory, "quarantine")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-5")]
    public async Task AnotherUnitsDecisions_DoNotComeIn()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry", Road.Code("11", 9));
        var (_, text) = await clerk.UploadAsync("/import", "file", "a.csv", Csv(StaffHost.Penalty(1)));
        text.ShouldContain("不能公示");
        text.ShouldNotContain("value=\"import\"");
    }

    private static byte[] Csv(params Records.CreditRecord[] records)
    {
        var writer = RecordWriter.For(StandardEditions.Default.Current, records[0].Kind, extensions: true);
        var lines = records.Select(r => string.Join(',', writer.Write(r).Select(Cell))).Prepend(string.Join(',', writer.Columns.Select(c => Cell(c.Head))));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines))];
    }

    private static string Cell(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
