using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

/// <summary>What a site shows when its settings are refused at the start.</summary>
public class SettingsFaultTests
{
    [Theory]
    [InlineData("ShuangGongShi:PageSize", "many-7d1", "整数")]
    [InlineData("ShuangGongShi:Cases:Enabled", "many-7d1", "true 或 false")]
    [InlineData("ShuangGongShi:PublicBaseUrl", "http://[many-7d1", "完整的网址")]
    public void UnreadableSetting_IsNamedWithWhatIsRight_WithoutItsValueAndWithoutATrace(string name, string value, string says)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new(name, value)]);
        builder.Services.AddShuangGongShi();
        var app = builder.Build();
        var fault = Should.Throw<CreditKitException>(() => app.UseShuangGongShi());
        fault.Code.ShouldBe("CK1002");
        var printed = fault.ToString();
        foreach (var part in (string[])["CK1002", name, says]) printed.ShouldContain(part);
        foreach (var part in (string[])["   at ", "Failed to", "many-7d1"]) printed.ShouldNotContain(part);
    }
}
