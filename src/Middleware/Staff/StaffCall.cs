using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Ledger;
using CreditKit.Templates.Models;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore.Staff;

/// <summary>One request to the staff side: who asks, what was posted, and the answer.</summary>
internal sealed class StaffCall(HttpContext http, StaffSide side, StaffPerson person)
{
    private string? _token;

    public HttpContext Http => http;

    public StaffSide Side => side;

    public StaffPerson Person => person;

    public CreditKitEngine Engine => side.Engine;

    public ShuangGongShiOptions Options => side.Options;

    public DateTimeOffset Now { get; } = side.Time.GetUtcNow();

    public DateOnly Today => ShanghaiTime.Today(Now);

    /// <summary>What was posted; empty for a GET.</summary>
    public IFormCollection Form { get; set; } = FormCollection.Empty;

    /// <summary>Rows of a list.</summary>
    public int PageSize => Math.Clamp(Options.Staff.PageSize, 10, 200);

    /// <summary>The token of this person's forms.</summary>
    public string Token => _token ??= side.Antiforgery.GetAndStoreTokens(http).RequestToken!;

    /// <summary>An address within the staff side.</summary>
    public string Url(string path) => http.Request.PathBase.ToUriComponent() + Options.Staff.RoutePrefix + path;

    /// <summary>A value of the address.</summary>
    public string Route(string name) => (string?)http.Request.RouteValues[name] ?? "";

    /// <summary>A value of the query, at most so long; else empty.</summary>
    public string Query(string name, int longest = 100) => http.Request.Query[name] is [{ } value, ..] && value.Length <= longest ? value : "";

    /// <summary>A posted value; empty when there is none.</summary>
    public string Posted(string name) => Form[name] is [{ } value, ..] ? value.Trim() : "";

    /// <summary>A record that the person may see; null for none and for another unit's alike.</summary>
    public LedgerRecord? Record(string publicId) => publicId.Length is > 0 and <= 64 && Engine.Ledger.FindByPublicId(publicId) is { } record && Sees(record) ? record : null;

    /// <summary>Whether the record is one of the person's unit.</summary>
    public bool Sees(LedgerRecord record)
    {
        var unit = record.Record.Value.DecidingAuthority;
        return person.Unit is null || person.Unit == unit.CreditCode || person.Unit == unit.Name;
    }

    /// <summary>The records that the person may see.</summary>
    public WorkFilter Own => new() { Unit = person.Unit };

    /// <summary>Writes a page.</summary>
    public Task PageAsync(StaffPage page, int status = StatusCodes.Status200OK)
    {
        using var buffer = new PooledBuffer();
        side.Renderer.Render(page, buffer);
        return WriteAsync(buffer.Written.ToArray(), "text/html; charset=utf-8", status);
    }

    /// <summary>A page with its frame.</summary>
    public StaffPage Page(string heading, string tab, IReadOnlyList<StaffBlock> blocks, string lead = "", IReadOnlyList<StaffLink>? crumbs = null) => new()
    {
        Title = $"{heading} - 双公示管理",
        AgencyName = Options.Agency.Name,
        ColumnName = Options.Look.ColumnName,
        ColumnUrl = http.Request.PathBase.ToUriComponent() + Options.RoutePrefix,
        HomeUrl = Url("/"),
        Styles = [Url(side.Asset("column.css")), Url(side.Asset("staff.css"))],
        Scripts = [Url(side.Asset("column.js")), Url(side.Asset("staff.js"))],
        PersonName = person.Name,
        RoleText = StaffWords.Of(person.Roles),
        SignOutUrl = Options.Staff.SignOutPath is { } path ? http.Request.PathBase.ToUriComponent() + path : "",
        Navigation = [.. StaffNavigation.Of(person).Select(n => new StaffLink { Text = n.Text, Url = Url(n.Path), Current = n.Path == tab, Key = n.Key })],
        Heading = heading,
        Lead = lead,
        Crumbs = crumbs ?? [],
        Blocks = Done() is { } done ? [done, .. blocks] : blocks,
    };

    /// <summary>Says in words why something was not done.</summary>
    public Task RefuseAsync(string heading, string text, int status, string tab = "") =>
        PageAsync(Page(heading, tab, [new() { Notice = new() { Tone = "wrong", Word = "没有办理。", Text = text }, Links = [new() { Text = "返回今日", Url = Url("/") }] }]), status);

    public Task NotFoundAsync() => RefuseAsync("没有找到", "没有这条记录，或者它不属于您的单位。", StatusCodes.Status404NotFound);

    /// <summary>Leads on after a change, so that reloading does nothing twice.</summary>
    public Task SeeAsync(string path, string done = "")
    {
        Secure();
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Url(path) + (done.Length == 0 ? "" : (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "done=" + done);
        return Task.CompletedTask;
    }

    /// <summary>Writes a file to save.</summary>
    public Task FileAsync(byte[] content, string type, string name)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return WriteAsync(content, type, StatusCodes.Status200OK);
    }

    public void Secure()
    {
        ResponseWriter.Secure(http);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private Task WriteAsync(byte[] body, string type, int status)
    {
        Secure();
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private StaffBlock? Done() => StaffWords.Done(Query("done")) is { Length: > 0 } text ? new() { Notice = new() { Word = "已办理。", Text = text } } : null;
}
