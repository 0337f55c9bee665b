using CreditKit.Cases;
using CreditKit.Templates;
using CreditKit.Templates.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore;

/// <summary>
/// The public forms: the only endpoints of the column that take a POST, and only where an inbox is configured. No cookie and
/// no ambient authority, hence no antiforgery token; number and secret are posted, never in an address; nothing is cached.
/// </summary>
internal static class CaseEndpoints
{
    private const int LongestList = 200;

    public static void Map(RouteGroupBuilder group, Column column, IServiceProvider services)
    {
        if (!column.Options.Cases.Enabled) return;
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(ICaseInbox)) != true)
            throw new InvalidOperationException("CK1605：设置了 Cases.Enabled，但没有可以写入的台账。请在有台账的站点上开通表单；只展示公示库的站点请改用 FormsUrl 指向表单所在的网址。");

        // Mapping opens no file: tools that start the host to read its endpoints must not make a ledger.
        var inbox = new Lazy<ICaseInbox>(services.GetRequiredService<ICaseInbox>);
        var options = column.Options.Cases;
        var gate = new ClientGate(options.PostsPerTenMinutes, TimeSpan.FromMinutes(10), options.LimitLoopback, services.GetRequiredService<TimeProvider>());
        var filings = new FilingsOnce(services.GetRequiredService<TimeProvider>());

        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            if (kind == CaseKind.CreditRepair && !column.Options.Cases.RepairForm) continue;
            Page(CaseForms.PathOf(kind), http => FormAsync(http, column, inbox.Value, kind));
            Post(CaseForms.PathOf(kind), http => FileAsync(http, column, inbox.Value, gate, filings, kind));
        }

        Page(CaseForms.StatePath, http => WriteAsync(http, column, c => column.Render(PageTemplates.Form, CaseForms.State(c, "", []))));
        Post(CaseForms.StatePath, http => StateAsync(http, column, inbox.Value, gate));
        Page(CaseForms.ListPath, http => WriteAsync(http, column, c => column.Render(PageTemplates.Cases, CaseForms.List(c, inbox.Value.Published(LongestList)))));

        void Page(string pattern, RequestDelegate handler) => group.MapMethods(pattern, ApiEndpoints.Verbs, handler).ExcludeFromDescription();
        void Post(string pattern, RequestDelegate handler) => group.MapMethods(pattern, [HttpMethods.Post], handler).ExcludeFromDescription();
    }

    private static Task FormAsync(HttpContext http, Column column, ICaseInbox inbox, CaseKind kind) => WriteAsync(http, column, context =>
    {
        var id = http.Request.Query["record"].ToString();
        var known = id.Length is > 0 and <= 64 && context.Query.IsReady && context.Query.Find(id).Record is not null;
        return column.Render(PageTemplates.Form, CaseForms.Form(context, inbox, new CaseFiling { Kind = kind, RecordId = known ? id : null }, []));
    });

    private static async Task FileAsync(HttpContext http, Column column, ICaseInbox inbox, ClientGate gate, FilingsOnce filings, CaseKind kind)
    {
        if (await RefusedAsync(http, column, gate)) return;
        if (await FormReader.ReadAsync(http, column.Options.Cases) is not { } form)
        {
            await TooLargeAsync(http, column);
            return;
        }

        var filing = await FormReader.FilingAsync(form, kind, http.RequestAborted);
        var result = await filings.FileAsync(FormReader.Text(form, "once"), filing, inbox);
        await WriteAsync(http, column, context => result.Receipt is { } receipt
            ? column.Render(PageTemplates.Receipt, CaseForms.Receipt(context, kind, receipt))
            : column.Render(PageTemplates.Form, CaseForms.Form(context, inbox, filing, result.Issues), StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task StateAsync(HttpContext http, Column column, ICaseInbox inbox, ClientGate gate)
    {
        if (await RefusedAsync(http, column, gate)) return;
        if (await FormReader.ReadAsync(http, column.Options.Cases) is not { } form)
        {
            await TooLargeAsync(http, column);
            return;
        }

        var number = FormReader.Text(form, "number");
        var status = await inbox.StatusAsync(number, FormReader.Text(form, "secret"), http.RequestAborted);
        await WriteAsync(http, column, context => status is not null
            ? column.Render(PageTemplates.CaseState, CaseForms.Status(context, status))
            : column.Render(PageTemplates.Form, CaseForms.State(context, number, [new CaseIssue("number", "没有查到。请核对回执编号和查询码，两项都要与回执一致。")]), StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<bool> RefusedAsync(HttpContext http, Column column, ClientGate gate)
    {
        if (gate.Admits(http.Connection.RemoteIpAddress, out var wait)) return false;
        http.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await MessageAsync(http, column, "提交太频繁", "同一网络地址短时间内提交的次数太多，请过几分钟返回上一页再提交；您填写的内容仍在上一页。", StatusCodes.Status429TooManyRequests);
        return true;
    }

    private static Task TooLargeAsync(HttpContext http, Column column) => MessageAsync(http, column, "提交的内容太大",
        $"全部材料合计不能超过 {column.Options.Cases.MaxTotalBytes / 1_000_000} MB。请返回上一页，减少或者压缩材料后再提交；您填写的内容仍在上一页。", StatusCodes.Status413PayloadTooLarge);

    private static Task MessageAsync(HttpContext http, Column column, string heading, string text, int status) => WriteAsync(http, column, context =>
        column.Render(PageTemplates.Message, PlainPages.NotFound(context) with { Title = PlainPages.Title(context, heading), Heading = heading, Text = text, OffersSearch = false }, status));

    private static Task WriteAsync(HttpContext http, Column column, Func<PageContext, StoredResponse> make) =>
        column.WriteAsync(http, make(column.Context(http, http.Request.Query["type"] == "large")), "no-store");
}
