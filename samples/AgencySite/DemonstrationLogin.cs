using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AgencySite;

/// <summary>
/// Invented people who sign in without a password, in Development only: an agency's own site brings its own login, with
/// passwords, lock-out and a second factor, and gives its people the roles as claims.
/// </summary>
internal static class DemonstrationLogin
{
    private const string Path = "/login";

    private static readonly (string Account, string Name, string Duty, string[] Roles)[] s_people =
    [
        ("lu", "陆录入", "录入", ["creditkit-entry"]),
        ("shen", "沈审核", "内容审核", ["creditkit-reviewer"]),
        ("bao", "鲍保密", "保密审查", ["creditkit-confidentiality"]),
        ("qian", "钱签发", "公示签发", ["creditkit-publisher"]),
        ("bai", "白报送", "报送", ["creditkit-reporter"]),
        ("ji", "季审计", "安全审计", ["creditkit-auditor"]),
        ("guan", "管系统", "系统管理", ["creditkit-administrator"]),
    ];

    public static void AddDemonstrationLogin(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.LoginPath = Path;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(15);
            o.Cookie.SameSite = SameSiteMode.Strict;
        });

    public static void MapDemonstrationLogin(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.MapGet(Path, () => Results.Text("演示账号只在开发环境（ASPNETCORE_ENVIRONMENT=Development）中提供。本单位的网站请接入自己的登录。", statusCode: StatusCodes.Status404NotFound));
            return;
        }

        app.MapGet(Path, (string? returnUrl) => Results.Content(Page(returnUrl), "text/html; charset=utf-8"));
        app.MapPost(Path, async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            var person = s_people.FirstOrDefault(p => p.Account == form["account"]);
            if (person.Account is null) return Results.Redirect(Path);
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Account), new(ClaimTypes.Name, person.Name), .. person.Roles.Select(r => new Claim(ClaimTypes.Role, r))], CookieAuthenticationDefaults.AuthenticationScheme);
            await http.SignInAsync(new ClaimsPrincipal(identity));
            return Results.LocalRedirect(Local(form["returnUrl"]));
        });
        app.MapGet("/logout", async (HttpContext http) =>
        {
            await http.SignOutAsync();
            return Results.LocalRedirect(Path);
        });
    }

    private static string Local(string? url) => url is ['/', not ('/' or '\\'), ..] ? url : "/shuanggongshi-admin";

    private static string Page(string? returnUrl) => $"""
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>演示登录</title>
        <style>body{"{"}font:16px/1.75 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:40rem;margin:3rem auto;padding:0 1.5rem;color:#1f2933{"}"}button{"{"}font:inherit;display:block;width:100%;text-align:left;padding:.5rem 1rem;margin:.5rem 0;border:1px solid #0b4f9e;border-radius:4px;background:#fff;color:#0b4f9e{"}"}</style></head>
        <body><main><h1>演示登录</h1><p>只在开发环境提供：以下人员均为虚构，不设密码。本单位的网站请接入自己的登录。</p><form method="post">
        <input type="hidden" name="returnUrl" value="{HtmlEncoder.Default.Encode(Local(returnUrl))}">
        {string.Concat(s_people.Select(p => $"<button name=\"account\" value=\"{p.Account}\">{p.Name}（{p.Duty}）</button>"))}
        </form></main></body></html>
        """;
}
