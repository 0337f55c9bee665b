using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore;

/// <summary>
/// Puts the column's part of a page into a Razor layout of the host. The layout may hold what is a visitor's own, so the
/// whole is made anew for each request and kept by nobody; the part inside comes from the cache. The host's layout brings
/// scripts and styles of its own, so the column's strict policy on them is not sent.
/// </summary>
internal static class RazorFrame
{
    /// <summary>Where the head ends and the body begins in a part made for a layout.</summary>
    public const string Border = "<!--sgs-->";

    private const string EndOfHead = "</head>";

    public static async Task WriteAsync(HttpContext http, string layout, string title, string part, int status, (string Name, string Value)? extra)
    {
        var border = part.IndexOf(Border, StringComparison.Ordinal);
        var html = await RenderAsync(http, layout, title, part[(border + Border.Length)..]);
        var at = html.IndexOf(EndOfHead, StringComparison.OrdinalIgnoreCase);
        if (at < 0) throw new CreditKitException("CK1607", $"Look.RazorLayout 指定的布局 {layout} 没有 </head>。", "布局应是完整的页面，含 <head>…</head> 和 @RenderBody()。");

        ResponseWriter.Secure(http);
        http.Response.Headers.Remove("Content-Security-Policy");
        http.Response.Headers.CacheControl = "no-store";
        if (extra is { } header) http.Response.Headers[header.Name] = header.Value;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.WriteAsync(string.Concat(html.AsSpan(0, at), part.AsSpan(0, border), html.AsSpan(at)), http.RequestAborted);
    }

    private static async Task<string> RenderAsync(HttpContext http, string layout, string title, string body)
    {
        var services = http.RequestServices;
        var engine = services.GetService<IRazorViewEngine>()
            ?? throw new CreditKitException("CK1607", "设置了 Look.RazorLayout，但网站没有启用 Razor。", "请在 Program.cs 中加上 builder.Services.AddRazorPages() 或者 AddControllersWithViews()，或者去掉这项设置。");
        var page = new Part { Html = body, Path = "/ShuangGongShi.cshtml", Layout = layout };
        var view = new RazorView(engine, services.GetRequiredService<IRazorPageActivator>(), [], page, services.GetRequiredService<HtmlEncoder>(), services.GetRequiredService<DiagnosticListener>());
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<object?>(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { ["Title"] = title };
        using var writer = new StringWriter();
        var context = new ViewContext(action, view, data, services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http), writer, new HtmlHelperOptions());
        try
        {
            await view.RenderAsync(context);
        }
        catch (InvalidOperationException e) when (e.Message.Contains(layout, StringComparison.Ordinal))
        {
            throw new CreditKitException("CK1607", $"找不到 Look.RazorLayout 指定的布局：{layout}。", "请写应用内的路径，例如 /Pages/Shared/_Layout.cshtml。", e);
        }

        return writer.ToString();
    }

    /// <summary>A page whose whole content is made already; every text in it is encoded.</summary>
    private sealed class Part : RazorPage<object?>
    {
        public required string Html { get; init; }

        public override Task ExecuteAsync()
        {
            WriteLiteral(Html);
            return Task.CompletedTask;
        }
    }
}
