using System.Net;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

public class LimitsTests
{
    [Fact]
    public async Task Searches_BeyondTheLimit_MustWait_AndListsNeed()
    {
        await using var host = await ColumnHost.StartAsync(o => (o.Limits.SearchesPerMinute, o.Limits.LimitLoopback) = (3, true));
        for (var i = 0; i < 3; i++) await host.TextAsync("/shuanggongshi/search?q=食品");
        using (var refused = await host.GetAsync("/shuanggongshi/search?q=食品"))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("查询太频繁");
        }

        using (var api = await host.GetAsync("/shuanggongshi/api/v1/records?q=食品")) api.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        await host.TextAsync("/shuanggongshi/penalties");
        await host.TextAsync("/shuanggongshi/api/v1/records");
        host.Clock.Now = host.Clock.Now.AddMinutes(1);
        await host.TextAsync("/shuanggongshi/search?q=食品");
    }

    [Fact]
    public async Task Downloads_HaveALimitOfTheirOwn_AndLoopbackHasNoneUnlessAsked()
    {
        await using (var host = await ColumnHost.StartAsync(o => (o.Limits.DownloadsPerTenMinutes, o.Limits.LimitLoopback) = (2, true)))
        {
            for (var i = 0; i < 2; i++) await host.TextAsync("/shuanggongshi/data/licenses.csv");
            await host.TextAsync("/shuanggongshi/data/full.zip", HttpStatusCode.TooManyRequests);
            await host.TextAsync("/shuanggongshi/search?q=食品");
        }

        await using var open = await ColumnHost.StartAsync(o => (o.Limits.SearchesPerMinute, o.Limits.DownloadsPerTenMinutes) = (1, 1));
        for (var i = 0; i < 3; i++) await open.TextAsync("/shuanggongshi/search?q=食品");
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3", true)]
    public void AClient_IsAnAddress_AndInIPv6ANetwork(string first, string second, bool same)
    {
        var gate = new ClientGate(1, TimeSpan.FromMinutes(1), false, new FakeClock(Invented.Now));
        gate.Admits(IPAddress.Parse(first), out _).ShouldBeTrue();
        gate.Admits(IPAddress.Parse(second), out _).ShouldBe(!same);
    }
}
