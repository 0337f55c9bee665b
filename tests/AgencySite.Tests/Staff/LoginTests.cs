using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencySite.Tests.Staff;

/// <summary>The sample's invented people sign in without a password: in Development only, and nowhere by accident.</summary>
public sealed class LoginTests
{
    [Theory]
    [InlineData("Production", HttpStatusCode.NotFound)]
    [InlineData("Staging", HttpStatusCode.NotFound)]
    [InlineData("Development", HttpStatusCode.OK)]
    [Trait("Requirement", "002-22")]
    public async Task DemonstrationPeople_SignIn_InDevelopmentOnly(string environment, HttpStatusCode expected)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDemonstrationLogin();
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        app.MapDemonstrationLogin();
        app.MapGet("/inside", () => "inside").RequireAuthorization();
        await app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };

        using var page = await client.GetAsync(new Uri("/login", UriKind.Relative));
        page.StatusCode.ShouldBe(expected);
        (await page.Content.ReadAsStringAsync()).ShouldContain("开发环境");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("account", "guan"), KeyValuePair.Create("returnUrl", "//elsewhere.example/")]);
        using var signed = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
        signed.Headers.Contains("Set-Cookie").ShouldBe(expected == HttpStatusCode.OK);
        if (expected == HttpStatusCode.OK) signed.Headers.Location!.OriginalString.ShouldBe("/shuanggongshi-admin", "no address of another site");
        using var inside = await client.GetAsync(new Uri("/inside", UriKind.Relative));
        inside.StatusCode.ShouldBe(expected == HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.Redirect, "only who signed in is inside");
    }
}
