using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace CreditKit.AspNetCore.Staff;

/// <summary>
/// The endpoints of the staff side. Behind the host's policy each asks for a role; a POST also for the antiforgery token of the
/// same person. A GET changes nothing.
/// </summary>
internal static class StaffEndpoints
{
    /// <summary>Room for a form without files.</summary>
    private const long FormBytes = 4_000_000;

    public static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints, StaffSide side, string policy)
    {
        side.Mapped = true;
        var group = endpoints.MapGroup(side.Options.Staff.RoutePrefix);
        group.RequireAuthorization(policy);
        group.WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute(false));
        var map = new StaffMap(group, side);
        map.Get("/", StaffNavigation.Everyone, TodayPage.ShowAsync);
        map.Get("/people", StaffNavigation.Everyone, PeoplePage.ShowAsync);
        map.Post("/people", StaffRole.Reporter | StaffRole.Administrator, PeoplePage.HandOverAsync);
        EntryPages.Map(map);
        RecordPages.Map(map);
        ReviewPages.Map(map);
        AttachmentPages.Map(map);
        CorrectionPages.Map(map);
        CasePages.Map(map);
        ReportingPages.Map(map);
        AuditPages.Map(map);
        AssessmentPages.Map(map);
        ImportPages.Map(map);
        group.MapMethods("/assets/{hash}/{name}", ["GET", "HEAD"], http => AssetAsync(http, side)).WithMetadata(new StaffEndpoint(StaffNavigation.Everyone, false)).ExcludeFromDescription();
        map.Get("/{**rest}", StaffNavigation.Everyone, call => call.NotFoundAsync());
        return group;
    }

    public static async Task HandleAsync(HttpContext http, StaffSide side, StaffEndpoint endpoint, Func<StaffCall, Task> handler, long? largest)
    {
        var call = new StaffCall(http, side, StaffPerson.Of(http.User, side.Options));
        if (!call.Person.Is(endpoint.Roles))
        {
            await call.RefuseAsync("没有权限", call.Person.Roles == StaffRole.None
                ? "您已登录，但没有双公示管理的职责。请由系统管理人员在本单位的账号系统中授予。"
                : $"这项工作需要“{StaffWords.Of(endpoint.Roles)}”的职责。", StatusCodes.Status403Forbidden);
            return;
        }

        if (endpoint.Writes && !await ReadAsync(call, largest ?? FormBytes)) return;
        try
        {
            await handler(call);
        }
        catch (CreditKitException fault) when (!http.Response.HasStarted)
        {
            await call.RefuseAsync("没有办理", $"{fault.Message}", StatusCodes.Status409Conflict);
        }
    }

    private static async Task<bool> ReadAsync(StaffCall call, long largest)
    {
        var http = call.Http;
        if (http.Request.ContentLength > largest)
        {
            await call.RefuseAsync("文件太大", FormattableString.Invariant($"一次提交不能超过 {largest / 1_000_000} MB。请拆分后再提交。"), StatusCodes.Status413PayloadTooLarge);
            return false;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = largest;
        try
        {
            if (http.Request.HasFormContentType)
            {
                // Larger files go to disk while they come in.
                call.Form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = largest, BufferBodyLengthLimit = largest, ValueCountLimit = 2_000, ValueLengthLimit = 1_000_000, KeyLengthLimit = 256 }, http.RequestAborted);
            }
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            await call.RefuseAsync("没有收到", "提交的内容不完整或者太大，请返回上一页再提交。", StatusCodes.Status400BadRequest);
            return false;
        }

        if (await call.Side.Antiforgery.IsRequestValidAsync(http)) return true;
        await call.RefuseAsync("页面已经失效", "这次提交不是从您打开的页面发出的，或者页面打开后您重新登录过。请返回上一页，刷新后再提交；没有任何改动。", StatusCodes.Status400BadRequest);
        return false;
    }

    private static Task AssetAsync(HttpContext http, StaffSide side)
    {
        var (file, current) = side.Find((string)http.Request.RouteValues["hash"]!, (string)http.Request.RouteValues["name"]!);
        if (file is not null) return ResponseWriter.WriteAsync(http, file, current ? "private, max-age=31536000, immutable" : "no-cache");
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
