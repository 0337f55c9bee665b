using System.Text.Json;
using System.Xml.Linq;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>The city's JSON service: escaping twice over, partial success without names, and the portal behind it.</summary>
public class CityServiceChannelTests
{
    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/soap/envelope/";

    [Fact, Trait("Requirement", "001-6")]
    public async Task Wire_IsTheSoapMethod_WithJsonThatKeepsHostileText()
    {
        await using var server = await WireServer.StartAsync();
        using var channel = new CityServiceChannel(Options(server.Address), TimeProvider.System);
        server.Next(Reply("""{"errorCode":"200","errorMsg":"成功","totalSize":1,"successSize":1,"failSize":0,"tips":""}"""));

        (await channel.SendAsync([Envelopes.Of(Envelopes.HostilePenalty(1))], default))[0].ToString().ShouldBe("Accepted ");

        var (path, headers, body) = server.Calls.ShouldHaveSingleItem();
        path.ShouldBe("/DataService");
        headers.ShouldContain($"Authorization: Bearer {ReportingBench.Token}");
        body.ShouldNotContain("'/C calc'!A0 \"'<&>");
        var call = XDocument.Parse(body, LoadOptions.PreserveWhitespace).Root!.Element(s_soap + "Body")!.Elements().Single();
        call.Name.LocalName.ShouldBe("importData");
        call.Elements().Select(e => (e.Name.LocalName, e.Name.LocalName == "body" ? "" : e.Value)).ShouldBe([("tableCode", "XZCF"), ("departmentCode", "D01"), ("tableVersionId", "7"), ("body", "")]);
        var row = JsonDocument.Parse(call.Element("body")!.Value).RootElement.EnumerateArray().ShouldHaveSingleItem();
        var expected = Envelopes.Hostile.Replace('\u0001', '\ufffd').Replace('\u0000', '\ufffd');
        foreach (var column in new[] { "CF_XDR_MC", "CF_WSH", "CF_SY", "CF_YJ", "CF_NR", "CF_NR_ZKDX", "CF_CFJG", "CF_SJLY", "BZ" }) row.GetProperty(column).GetString().ShouldBe(expected, column);
        row.GetProperty("CF_JDRQ").GetString().ShouldBe("2026/04/07");
        row.GetProperty("CF_XDR_ZJHM").GetString().ShouldBe("");
    }

    [Theory]
    [InlineData("""{"errorCode":"200","totalSize":2,"successSize":2,"failSize":0}""", "Accepted ")]
    [InlineData("""{"result":"0000","resultmsg":"ok"}""", "Accepted ")]
    [InlineData("""{"errorCode":"200","totalSize":2,"successSize":0,"failSize":2,"tips":"见平台"}""", "Rejected 200")]
    [InlineData("""{"errorCode":"5001","errorMsg":"JSON 解析失败"}""", "Retry city-5001")]
    [InlineData("""{"errorCode":"4002","errorMsg":"部门不存在"}""", "Retry city-4002")]
    [InlineData("""{"errorCode":"500","errorMsg":"服务异常"}""", "Unknown city-500")]
    [InlineData("""{"errorCode":"200","totalSize":""", "Unknown malformed-answer")]
    [InlineData("""[]""", "Unknown malformed-answer")]
    public async Task Answer_IsClassified(string reply, string expected)
    {
        await using var server = await WireServer.StartAsync();
        using var channel = new CityServiceChannel(Options(server.Address), TimeProvider.System);
        server.Next(Reply(reply));

        var answers = await channel.SendAsync([Envelopes.Of(SampleRecords.License(1)), Envelopes.Of(SampleRecords.License(2), id: "B")], default);

        answers.ShouldAllBe(a => a.ToString() == expected);
    }

    [Theory]
    [InlineData("parameter")]
    [InlineData("digest")]
    public async Task Form_CarriesTheProof_WhereTheCityWantsIt(string authentication)
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.License(1), SampleRecords.Penalty(2));
        var options = Options(new Uri(bench.Address, "city/"));
        options.Timeout = TimeSpan.FromSeconds(20);
        (options.Settings["Style"], options.Settings["Path"], options.Settings["Authentication"], options.Settings["Key"]) = ("form", "form", authentication, "agency-7");

        (await bench.Hub(new CityServiceChannel(options, TimeProvider.System)).DrainAsync(once: false, default)).Accepted.ShouldBe(2);

        bench.Received().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BadRows_AreFound_ThoughThePlatformNamesNone(bool finds)
    {
        await using var bench = await ReportingBench.StartAsync();
        var records = Enumerable.Range(1, 60).Select(i => (CreditRecord)SampleRecords.License(i)).ToArray();
        foreach (var i in new[] { 3, 31, 32 }) records[i] = SampleRecords.License(i + 1) with { Category = "不存在的类别" };
        bench.Submit(records);
        bench.Submit(SampleRecords.Penalty(1));
        var options = Options(new Uri(bench.Address, "city/"), finds);
        options.Timeout = TimeSpan.FromSeconds(20);
        var channel = new CityServiceChannel(options, TimeProvider.System);

        var totals = await bench.Hub(channel).DrainAsync(once: false, default);

        totals.ShouldBe(new(totals.Sent, 58, 3, 0));
        bench.Received().Count.ShouldBe(58);
        bench.Outbox.Waiting("province", 10).Count.ShouldBe(3);
        bench.Outbox.Waiting("province", 10)[0].Answer!.ShouldContain("登录平台");

        // Asked for, no good row travels twice; without, in halves: each at most as often as the halves go down.
        bench.Received().Values.Max(r => r.Revisions).ShouldBeLessThanOrEqualTo(finds ? 1 : 7);
    }

    [Fact]
    public async Task PartlyTaken_WaitsForAPerson_WhenARepeatWouldBeASecondRow()
    {
        await using var server = await WireServer.StartAsync();
        var options = Options(server.Address);
        options.Settings["RepeatReplaces"] = "false";
        using var channel = new CityServiceChannel(options, TimeProvider.System);
        server.Next(Reply("""{"errorCode":"200","totalSize":2,"successSize":1,"failSize":1}"""));

        var answers = await channel.SendAsync([Envelopes.Of(SampleRecords.License(1)), Envelopes.Of(SampleRecords.License(2), id: "B")], default);

        answers.ShouldAllBe(a => a.ToString() == "Unknown partly-taken");
        channel.CanLookUp.ShouldBeFalse();
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorAfterTaking)]
    [InlineData(FaultKind.TimeoutAfterTaking)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.RedirectLoop)]
    public async Task Report_HasOneEffect_WhenThePortalFails(FaultKind fault)
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1), SampleRecords.Penalty(2))[0];
        bench.Faults.Next(fault, fault);
        ReportHub Hub() => bench.Hub(new CityServiceChannel(Options(new Uri(bench.Address, "city/"), finds: true), TimeProvider.System));

        (await Hub().DrainAsync(once: false, default)).Accepted.ShouldBe(2);
        bench.Received().Count.ShouldBe(2);
        bench.Received().Values.ShouldAllBe(r => r.Revisions == 1);

        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        bench.Faults.Next(fault);
        (await Hub().DrainAsync(once: false, default)).Pending.ShouldBe(0);
        bench.Received().Count.ShouldBe(1);
    }

    internal static ChannelOptions Options(Uri address, bool finds = false)
    {
        var options = ReportingBench.Options(address);
        (options.Type, options.Timeout) = ("city-service", TimeSpan.FromSeconds(2));
        (options.Settings["LicenseTable"], options.Settings["PenaltyTable"], options.Settings["Department"], options.Settings["PenaltyVersion"]) = ("XZXK", "XZCF", "D01", "7");
        (options.Settings["Remove"], options.Settings["Feedback"]) = ("removeData", "feedbackData");
        if (finds) options.Settings["Find"] = "findData";
        return options;
    }

    private static string Reply(string text) => new XDocument(new XElement(s_soap + "Envelope", new XElement(s_soap + "Body", new XElement("importDataResponse", new XElement("return", text))))).ToString();
}
