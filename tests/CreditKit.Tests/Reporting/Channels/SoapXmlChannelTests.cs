using System.Xml.Linq;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>The SOAP road: what goes over the wire, what its answers mean, and the portal behind it.</summary>
public class SoapXmlChannelTests
{
    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/soap/envelope/";

    [Fact, Trait("Requirement", "000-16")]
    public async Task Wire_IsTheNationalShape_WithEmptyElementsAndSlashedDates()
    {
        await using var server = await WireServer.StartAsync();
        using var channel = new SoapXmlChannel(Options(server.Address, finds: false), TimeProvider.System);
        server.Next(Reply("<root><row><code>00</code><ids><id>N1</id><id>N2</id></ids></row></root>"));

        var answers = await channel.SendAsync([Envelopes.Of(SampleRecords.License(1)), Envelopes.Of(SampleRecords.License(2), id: "B")], default);

        answers.Select(a => (a.Class, a.Number)).ShouldBe([(AnswerClass.Accepted, "N1"), (AnswerClass.Accepted, "N2")]);
        var (path, headers, body) = server.Calls.ShouldHaveSingleItem();
        path.ShouldBe("/PermissionWebService");
        headers.ShouldContain("Content-Type: text/xml; charset=utf-8");
        headers.ShouldContain("SOAPAction: \"urn:credit/importPermissionXml\"");
        headers.ShouldNotContain("Authorization");
        var call = XDocument.Parse(body).Root!.Element(s_soap + "Body")!.Elements().ShouldHaveSingleItem();
        call.Name.ShouldBe(XName.Get("importPermissionXml", "urn:credit"));
        call.Elements().Select(e => e.Name.LocalName).ShouldBe(["token", "xml"]);
        call.Element("token")!.Value.ShouldBe(ReportingBench.Token);
        var text = call.Element("xml")!.Value;
        text.ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><ROWDATA><ROW><XK_XDR_MC>云泽市第1号食品有限公司</XK_XDR_MC>");
        var rows = XDocument.Parse(text).Root!.Elements("ROW").ToList();
        rows.Count.ShouldBe(2);
        rows[0].Element("XK_JDRQ")!.Value.ShouldBe("2026/03/02");
        rows[1].Element("XK_YXQZI")!.Value.ShouldBe("2099/12/31");
        rows[0].Element("XK_XDR_ZJHM")!.Value.ShouldBe("");
        rows[0].Elements().Select(e => e.Name.LocalName).ShouldBe(Envelopes.Of(SampleRecords.License(1)).Cells.Select(c => c.Column.Code));
    }

    [Fact]
    public async Task Wire_KeepsHostileText_InEveryField()
    {
        await using var server = await WireServer.StartAsync();
        using var channel = new SoapXmlChannel(Options(server.Address, finds: false), TimeProvider.System);
        server.Next(Reply("<root><row><code>00</code><ids><id>N1</id></ids></row></root>"));

        await channel.SendAsync([Envelopes.Of(Envelopes.HostilePenalty(1))], default);

        var call = XDocument.Parse(server.Calls[0].Body, LoadOptions.PreserveWhitespace).Root!.Element(s_soap + "Body")!.Elements().Single();
        call.Name.LocalName.ShouldBe("importPenalyXml");
        var row = XDocument.Parse(call.Element("xml")!.Value, LoadOptions.PreserveWhitespace).Root!.Elements("ROW").ShouldHaveSingleItem();
        var expected = Envelopes.Hostile.Replace('\u0001', '\ufffd').Replace('\u0000', '\ufffd');
        foreach (var column in new[] { "CF_XDR_MC", "CF_WSH", "CF_SY", "CF_YJ", "CF_NR", "CF_NR_ZKDX", "CF_CFJG", "CF_SJLY", "BZ", "CF_FRDB" })
            row.Element(column)!.Value.ShouldBe(expected, column);
        row.Element("CF_NR_FK")!.Value.ShouldBe("0.20005");
    }

    [Theory]
    [InlineData("<root><row><code>1001</code><line>2</line></row></root>", "Retry batch-refused", "Rejected 1001", "Retry batch-refused")]
    [InlineData("<root><row><code>02</code><line>0</line></row></root>", "Retry soap-02", "Retry soap-02", "Retry soap-02")]
    [InlineData("<root><row><code>1001</code><line>7</line></row></root>", "Retry soap-1001", "Retry soap-1001", "Retry soap-1001")]
    [InlineData("<root><row><code>401</code></row></root>", "Retry soap-401", "Retry soap-401", "Retry soap-401")]
    [InlineData("<root><row><code>00</code><ids><id>N1</id></ids></row></root>", "Unknown ids-miscounted", "Unknown ids-miscounted", "Unknown ids-miscounted")]
    [InlineData("<root><row><code>00</code><ids><id>N1</id><id>N2</id>", "Unknown malformed-answer", "Unknown malformed-answer", "Unknown malformed-answer")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><root><row><code>&x;</code></row></root>", "Unknown malformed-answer", "Unknown malformed-answer", "Unknown malformed-answer")]
    public async Task Answer_IsClassified_PerRow(string reply, params string[] expected)
    {
        await using var server = await WireServer.StartAsync();
        using var channel = new SoapXmlChannel(Options(server.Address, finds: false), TimeProvider.System);
        server.Next(Reply(reply));

        var answers = await channel.SendAsync([.. Enumerable.Range(1, 3).Select(i => Envelopes.Of(SampleRecords.License(i), id: $"R{i}"))], default);

        answers.Select(a => a.ToString()).ShouldBe(expected);
    }

    [Fact]
    public async Task Fault_OfTheClientIsRefused_AndOfTheServerIsUnknown()
    {
        await using var server = await WireServer.StartAsync();
        using var channel = new SoapXmlChannel(Options(server.Address, finds: false), TimeProvider.System);
        server.Next($"<e:Envelope xmlns:e=\"{s_soap}\"><e:Body><e:Fault><faultcode>e:Client</faultcode></e:Fault></e:Body></e:Envelope>", status: 500);
        server.Next($"<e:Envelope xmlns:e=\"{s_soap}\"><e:Body><e:Fault><faultcode>e:Server</faultcode></e:Fault></e:Body></e:Envelope>", status: 500);

        (await channel.SendAsync([Envelopes.Of(SampleRecords.License(1))], default))[0].ToString().ShouldBe("Rejected soap-client-fault");
        (await channel.SendAsync([Envelopes.Of(SampleRecords.License(1))], default))[0].ToString().ShouldBe("Unknown soap-fault");
    }

    [Fact, Trait("Requirement", "000-16")]
    public async Task Report_IsolatesBadRows_AndSendsNoGoodOneTwice()
    {
        await using var bench = await ReportingBench.StartAsync();
        var records = Enumerable.Range(1, 40).Select(i => (CreditRecord)SampleRecords.License(i)).ToArray();
        records[7] = SampleRecords.License(8) with { Category = "不存在的类别" };
        records[30] = SampleRecords.License(31) with { Status = LicenseStatus.Valid, Category = "也不存在" };
        bench.Submit(records);

        var totals = await Hub(bench).DrainAsync(once: false, default);

        totals.ShouldBe(new(totals.Sent, 38, 2, 0));
        bench.Received().Count.ShouldBe(38);
        bench.Received().Values.ShouldAllBe(r => r.Revisions == 1);
        bench.Outbox.Waiting("province", 10).Select(w => w.Code).ShouldBe(["2003", "2003"]);
        bench.Outbox.Waiting("province", 10)[0].Answer!.ShouldContain("许可类别");
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.ServerErrorAfterTaking)]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.TimeoutAfterTaking)]
    [InlineData(FaultKind.ResetMidBody)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.WrongContentType)]
    [InlineData(FaultKind.SlowDrip)]
    [InlineData(FaultKind.ExpiredToken)]
    public async Task Report_HasOneEffect_WhenThePortalFails(FaultKind fault)
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.License(1), SampleRecords.Penalty(2));
        bench.Faults.Next(fault, fault);

        var totals = await Hub(bench).DrainAsync(once: false, default);

        (totals.Accepted, totals.Pending).ShouldBe((2, 0));
        bench.Received().Count.ShouldBe(2);
        bench.Received().Values.ShouldAllBe(r => r.Revisions == 1);
    }

    [Fact]
    public async Task Report_CarriesCorrectionAndWithdrawal_WhenTheirAnswersAreLost()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        await Hub(bench).DrainAsync(once: false, default);
        bench.Submit(SampleRecords.License(1, "食品经营、保健食品销售"));
        bench.Faults.Next(FaultKind.Hang, FaultKind.TimeoutAfterTaking);
        (await Hub(bench).DrainAsync(once: false, default)).Pending.ShouldBe(0);
        bench.Received().Values.ShouldHaveSingleItem().Revisions.ShouldBe(2);

        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        bench.Faults.Next(FaultKind.TimeoutAfterTaking);
        (await Hub(bench).DrainAsync(once: false, default)).Pending.ShouldBe(0);

        bench.Received().ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_WaitsForAPerson_WhenNobodyCanBeAsked()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        bench.Faults.Next(FaultKind.TimeoutAfterTaking);

        await Hub(bench, finds: false).DrainAsync(once: false, default);

        bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem().Entry.PublicId.ShouldBe(id.PublicId);
    }

    [Fact]
    public async Task Verdicts_BringRowsThatWereRefusedLater()
    {
        await using var bench = await ReportingBench.StartAsync(o => o.Faults.RefuseAfter = TimeSpan.Zero);
        bench.Submit(SampleRecords.License(1), SampleRecords.License(2));
        bench.Faults.Next(FaultKind.LateRefusal);
        var options = Options(new Uri(bench.Address, "services/"));
        options.Timeout = TimeSpan.FromSeconds(20);
        using var channel = new SoapXmlChannel(options, TimeProvider.System);
        (await bench.Hub(channel).DrainAsync(once: false, default)).Accepted.ShouldBe(2);

        var verdict = (await channel.VerdictsAsync(DateTimeOffset.UtcNow.AddHours(-1), default))!.ShouldHaveSingleItem();

        verdict.Answer.ToString().ShouldBe("Rejected 1001");
        bench.Outbox.Timeline(1)[0].Number.ShouldBe(verdict.Number);
        bench.Received().Count.ShouldBe(1);
    }

    private static ReportHub Hub(ReportingBench bench, bool finds = true) => bench.Hub(new SoapXmlChannel(Options(new Uri(bench.Address, "services/"), finds), TimeProvider.System));

    internal static ChannelOptions Options(Uri address, bool finds = true)
    {
        var options = ReportingBench.Options(address);
        options.Type = "soap-xml";
        options.Timeout = TimeSpan.FromSeconds(1);
        options.Settings["Namespace"] = "urn:credit";
        (options.Settings["RemovePermission"], options.Settings["RemovePenalty"]) = ("removePermissionXml", "removePenalyXml");
        (options.Settings["FeedbackPermission"], options.Settings["FeedbackPenalty"]) = ("feedbackPermissionXml", "feedbackPenalyXml");
        if (finds) (options.Settings["FindPermission"], options.Settings["FindPenalty"]) = ("findPermissionXml", "findPenalyXml");
        return options;
    }

    private static string Reply(string text) => new XDocument(new XElement(s_soap + "Envelope", new XElement(s_soap + "Body", new XElement("importPermissionXmlResponse", new XElement("return", text))))).ToString();
}
