using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Calendar;
using CreditKit.Cases;
using CreditKit.Intake;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

public sealed partial class CaseFormTests : IDisposable
{
    private static readonly byte[] s_png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-forms").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Forms_DoNotExist_UnlessTheyAreConfigured()
    {
        await using var host = await ColumnHost.StartAsync();
        foreach (var path in new[] { "/shuanggongshi/objection", "/shuanggongshi/case", "/shuanggongshi/cases", "/shuanggongshi/repair" })
        {
            (await host.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await host.Client.PostAsync(path, new StringContent("a=b"))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, path);
        }

        (await host.TextAsync("/shuanggongshi/remedy")).ShouldNotContain("/shuanggongshi/objection");
    }

    [Fact]
    public async Task Forms_WithoutALedger_AreRefusedAtTheStart() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => ColumnHost.StartAsync(o => o.Cases.Enabled = true))).Message.ShouldContain("FormsUrl");

    [Fact]
    [Trait("Requirement", "000-30")]
    [Trait("Requirement", "002-18")]
    public async Task Objection_IsFiled_AndItsStateAskedFor_WithoutScriptCookieOrSecretInAnAddress()
    {
        await using var host = await Start();
        var form = await host.TextAsync("/shuanggongshi/objection");
        form.ShouldContain("action=\"/shuanggongshi/objection\"");
        foreach (var ground in new[] { "错误", "遗漏", "超期公示", "重复公示", "不应公示" }) form.ShouldContain(ground);

        using var posted = await host.Client.PostAsync("/shuanggongshi/objection", Filled(paper: s_png));
        var receipt = await posted.Content.ReadAsStringAsync();
        posted.StatusCode.ShouldBe(HttpStatusCode.OK, receipt);
        posted.Headers.Contains("Set-Cookie").ShouldBeFalse();
        posted.Headers.CacheControl!.NoStore.ShouldBeTrue();
        posted.Headers.Location.ShouldBeNull();
        receipt.ShouldContain("noindex");
        var number = Number().Match(receipt).Value;
        var secret = Secret().Match(receipt).Value;
        number.ShouldNotBeEmpty();
        secret.ShouldNotBeEmpty();
        Address().Matches(receipt).Select(m => m.Value).ShouldAllBe(a => !a.Contains(number) && !a.Contains(secret));

        var state = await PostAsync(host, "/shuanggongshi/case", HttpStatusCode.OK, ("number", number), ("secret", secret.ToLowerInvariant()));
        state.ShouldContain("已收到，等待受理");
        state.ShouldNotContain(secret);
        var wrong = await PostAsync(host, "/shuanggongshi/case", HttpStatusCode.UnprocessableEntity, ("number", number), ("secret", "2222-2222-2222-2222"));
        var unknown = await PostAsync(host, "/shuanggongshi/case", HttpStatusCode.UnprocessableEntity, ("number", number[..^6] + "000000"), ("secret", secret));
        wrong.Replace(number, "").ShouldBe(unknown.Replace(number[..^6] + "000000", ""), "a wrong secret tells no more than an unknown number");
    }

    [Fact]
    [Trait("Requirement", "000-30")]
    public async Task FormSentTwice_MakesOneCase_AndGivesTheSameReceipt()
    {
        await using var host = await Start();
        var form = await host.TextAsync("/shuanggongshi/objection");
        var once = Once().Match(form).Groups[1].Value;
        once.Length.ShouldBe(32);
        Once().Match(await host.TextAsync("/shuanggongshi/objection")).Groups[1].Value.ShouldNotBe(once, "each form has a token of its own");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var sent = Filled();
            sent.Add(new StringContent(once), "once");
            using var posted = await host.Client.PostAsync("/shuanggongshi/objection", sent);
            posted.StatusCode.ShouldBe(HttpStatusCode.OK);
            return Number().Match(await posted.Content.ReadAsStringAsync()).Value;
        }));
        answers.Distinct().ShouldHaveSingleItem();

        // What was written anew is another case, though it comes from the same form.
        using var changed = Filled(statement: "还有一处错误。");
        changed.Add(new StringContent(once), "once");
        using var other = await host.Client.PostAsync("/shuanggongshi/objection", changed);
        Number().Match(await other.Content.ReadAsStringAsync()).Value.ShouldNotBe(answers[0]);
    }

    [Fact]
    public async Task Mistakes_AreListed_AndNothingIsLost()
    {
        await using var host = await Start();
        using var content = Filled(paper: "<script>"u8.ToArray(), statement: "第一行\n<script>alert(1)</script>", name: "林\"晓舟", phone: "abc");
        using var posted = await host.Client.PostAsync("/shuanggongshi/objection", content);
        var html = await posted.Content.ReadAsStringAsync();

        posted.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("role=\"alert\"");
        html.ShouldContain("<a href=\"#phone\">电话应为");
        html.ShouldContain("<a href=\"#papers\">第 1 份材料的内容不是");
        html.ShouldContain("第一行\n&lt;script&gt;alert(1)&lt;/script&gt;</textarea>");
        html.ShouldNotContain("<script>alert");
        html.ShouldContain("value=\"林&quot;晓舟\"");
        html.ShouldContain("value=\"1\" checked");
        html.ShouldContain("请重新选择");
    }

    [Fact]
    public async Task Form_OpenedFromARecord_NamesIt_AndKeepsTheType()
    {
        await using var host = await Start();
        var id = host.Query.List(new(), null, 1).Rows[0].Id;
        (await host.TextAsync("/shuanggongshi/records/" + id)).ShouldContain($"/shuanggongshi/objection?record={id}");
        var form = await host.TextAsync($"/shuanggongshi/objection?record={id}&type=large");
        form.ShouldContain($"name=\"record\" value=\"{id}\"");
        form.ShouldContain("action=\"/shuanggongshi/objection?type=large\"");
        (await host.TextAsync("/shuanggongshi/objection?record=%3Cscript%3E")).ShouldNotContain("<script>\"");
    }

    [Fact]
    public async Task TooLargeAndTooOften_AreRefusedInWords()
    {
        await using var host = await Start(o => (o.MaxTotalBytes, o.PostsPerTenMinutes, o.LimitLoopback) = (2_000_000, 2, true));
        using (var large = await host.Client.PostAsync("/shuanggongshi/objection", Filled(paper: new byte[3_200_000])))
        {
            large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await large.Content.ReadAsStringAsync()).ShouldContain("合计不能超过 2 MB");
        }

        using (var second = await host.Client.PostAsync("/shuanggongshi/objection", Filled())) second.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var third = await host.Client.PostAsync("/shuanggongshi/objection", Filled());
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 600);
        (await third.Content.ReadAsStringAsync()).ShouldContain("提交太频繁");
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("multipart/form-data", "")]
    [InlineData("application/x-www-form-urlencoded", "grounds=999&right=-1&statement=%00%FF&name=%E2%80%AE")]
    [InlineData("text/plain", "x")]
    public async Task Junk_AsksForTheFields_AndNeverFails(string type, string body)
    {
        await using var host = await Start();
        foreach (var path in new[] { "/objection", "/enquiry", "/personal-information", "/case" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var response = await host.Client.PostAsync("/shuanggongshi" + path, content);
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, path);
        }
    }

    [Fact]
    [Trait("Requirement", "002-20")]
    public async Task Results_AreAPage_AndTheRemedyPageLeadsToEverything()
    {
        await using var host = await Start();
        (await host.TextAsync("/shuanggongshi/cases")).ShouldContain("目前没有可以公布的内容");
        var remedy = await host.TextAsync("/shuanggongshi/remedy");
        foreach (var path in new[] { "objection", "enquiry", "personal-information", "case", "cases" })
        {
            remedy.ShouldContain($"href=\"/shuanggongshi/{path}\"");
            await host.TextAsync("/shuanggongshi/" + path);
        }

        remedy.ShouldNotContain("/shuanggongshi/repair\"", Case.Sensitive, "the national window is the default");
        (await host.GetAsync("/shuanggongshi/repair")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<ColumnHost> Start(Action<CaseOptions>? cases = null)
    {
        var options = new CaseOptions { Enabled = true };
        cases?.Invoke(options);
        var clock = new FakeClock(Invented.Now);
        var database = new LedgerDatabase(Path.Combine(_folder, "ledger.db"), Path.Combine(_folder, "keys", "ledger.key"), clock);
        var ledger = new SqliteLedger(database);
        var policy = PolicyBook.Load(new PolicyOptions(), WorkdayCalendar.Load(null));
        var office = new CaseOffice(database, ledger, new NoIntake(), policy, options, "青禾市发展和改革委员会", null, t => t, _ => null, _ => { });
        return await ColumnHost.StartAsync(o =>
        {
            o.Cases.Enabled = true;
            (o.Cases.MaxTotalBytes, o.Cases.PostsPerTenMinutes, o.Cases.LimitLoopback) = (options.MaxTotalBytes, options.PostsPerTenMinutes, options.LimitLoopback);
        }, b => b.Services.AddSingleton<ICaseInbox>(_ => office.Inbox).AddSingleton(_ => ledger));
    }

    private static MultipartFormDataContent Filled(byte[]? paper = null, string statement = "处罚金额与决定书不一致。", string name = "林晓舟", string phone = "0591-83331234")
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("云市监罚〔2026〕1号"), "number" },
            { new StringContent("1"), "grounds" },
            { new StringContent("3"), "grounds" },
            { new StringContent(statement), "statement" },
            { new StringContent(name), "name" },
            { new StringContent(phone), "phone" },
        };
        if (paper is not null) form.Add(new ByteArrayContent(paper), "papers", "决定书.png");
        return form;
    }

    private static async Task<string> PostAsync(ColumnHost host, string path, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await host.Client.PostAsync(path, content);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return text;
    }

    [GeneratedRegex("name=\"once\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Once();

    [GeneratedRegex("YY[0-9]{8}-[0-9]{6}")]
    private static partial Regex Number();

    [GeneratedRegex("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}")]
    private static partial Regex Secret();

    [GeneratedRegex("(href|action)=\"[^\"]*\"")]
    private static partial Regex Address();

    /// <summary>Filing needs no way into the records.</summary>
    private sealed class NoIntake : IRecordIntake
    {
        public Task<IReadOnlyList<string>> FindAsync(string documentNumber, string? counterpart = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public Task<IntakeResult> SubmitAsync(CreditRecord record, SourceReference source, CancellationToken cancellation = default) => throw new NotSupportedException();

        public Task<IntakeResult> CorrectAsync(string id, CreditRecord record, string reason, SourceReference source, CancellationToken cancellation = default) => throw new NotSupportedException();

        public Task<WithdrawalOutcome> WithdrawAsync(string id, WithdrawalGround ground, string reason, string actor, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
