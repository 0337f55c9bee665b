using System.Net;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Benchmarks.Column;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests;

/// <summary>What anyone may send: no fault of the server, no trace of its inside, nothing echoed as markup. Whole size: the verb <c>fuzz</c> of the benchmarks.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Requests = 1_000;

    [Fact]
    public async Task AnyRequest_GetsAnAnswer_ThatGivesNothingAway()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"));
        (await FuzzProof.RunAsync(host.Client, "/shuanggongshi", Requests, seed)).ShouldBeEmpty();
        (await host.GetAsync("/shuanggongshi")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
