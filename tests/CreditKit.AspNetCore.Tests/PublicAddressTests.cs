using System.Text.Json;
using System.Xml.Linq;
using CreditKit.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace CreditKit.AspNetCore.Tests;

public class PublicAddressTests
{
    [Theory]
    [InlineData("https://www.qinghe.example", "/portal", "https://www.qinghe.example/portal/shuanggongshi")]
    [InlineData("https://www.qinghe.example/", "/portal", "https://www.qinghe.example/portal/shuanggongshi")]
    [InlineData("https://www.qinghe.example/portal", "/portal", "https://www.qinghe.example/portal/shuanggongshi")]
    [InlineData("https://www.qinghe.example/portal/", "", "https://www.qinghe.example/portal/shuanggongshi")]
    [InlineData("https://www.qinghe.example", "", "https://www.qinghe.example/shuanggongshi")]
    public async Task AbsoluteAddress_HoldsThePathOnce(string site, string root, string expected)
    {
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new(site), before: a =>
        {
            if (root.Length > 0) a.UsePathBase(root);
            a.UseRouting();
        });
        var feed = XDocument.Parse(await host.TextAsync(root + "/shuanggongshi/penalties/feed.xml"));
        feed.Descendants("channel").Single().Element("link")!.Value.ShouldBe(expected + "/penalties");
        JsonDocument.Parse(await host.TextAsync(root + "/shuanggongshi/licenses/feed.json")).RootElement.GetProperty("items")[0].GetProperty("url").GetString()!.ShouldStartWith(expected + "/records/");
        (await host.TextAsync(root + "/shuanggongshi/penalties")).ShouldContain($"<link rel=\"canonical\" href=\"{expected}/penalties\">");
    }
}
