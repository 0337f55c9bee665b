using System.Globalization;
using System.Text;

namespace ProvincialPortal.Faults;

/// <summary>Fails calls of the contract before or after they had their effect.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultInjector faults)
{
    private static readonly PathString[] s_roads = ["/api", "/services", "/city"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!s_roads.Any(road => context.Request.Path.StartsWithSegments(road)))
        {
            await next(context);
            return;
        }

        var kind = faults.Choose(context.Request);
        switch (kind)
        {
            case FaultKind.None:
            case FaultKind.DuplicateRefused:
            case FaultKind.ClockSkew:
            case FaultKind.LateRefusal:
            case FaultKind.DuplicateTaken:
                context.Items[typeof(FaultKind)] = kind;
                await next(context);
                break;
            case FaultKind.ServerError:
                await Plain(context, 500, "服务器内部错误");
                break;
            case FaultKind.Unavailable:
                await Plain(context, 503, "系统维护中");
                break;
            case FaultKind.TooManyRequests:
                context.Response.Headers.RetryAfter = Math.Max(1, (int)faults.Options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await Plain(context, 429, "请求过于频繁");
                break;
            case FaultKind.ExpiredToken:
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                await Plain(context, 401, "令牌已过期");
                break;
            case FaultKind.RedirectLoop:
                context.Response.Redirect(context.Request.Path, permanent: false, preserveMethod: true);
                break;
            case FaultKind.Hang:
                await Hold(context);
                break;
            case FaultKind.Reset:
                context.Abort();
                break;
            default:
                await AfterTaking(context, kind);
                break;
        }
    }

    // The call is carried out in full, the answer is caught and spoilt.
    private async Task AfterTaking(HttpContext context, FaultKind kind)
    {
        var answer = new MemoryStream();
        var body = context.Response.Body;
        context.Response.Body = answer;
        await next(context);
        context.Response.Body = body;
        var bytes = answer.ToArray();
        switch (kind)
        {
            case FaultKind.ServerErrorAfterTaking:
                context.Response.Headers.Clear();
                await Plain(context, 500, "服务器内部错误");
                break;
            case FaultKind.TimeoutAfterTaking:
                await Hold(context);
                break;
            case FaultKind.ResetMidBody:
                context.Response.ContentLength = bytes.Length;
                await body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
                await body.FlushAsync();
                context.Abort();
                break;
            case FaultKind.Truncated:
                context.Response.ContentLength = bytes.Length / 2;
                await body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
                break;
            case FaultKind.Malformed:
                context.Response.ContentLength = null;
                await body.WriteAsync("""{"code":"0000","msg":"ok","rows":[{"key":17},null]}"""u8.ToArray());
                break;
            case FaultKind.WrongContentType:
                context.Response.ContentLength = null;
                context.Response.ContentType = "text/html; charset=utf-8";
                await body.WriteAsync("<html><body>登录已失效，请重新登录</body></html>"u8.ToArray());
                break;
            case FaultKind.SlowDrip:
                await Drip(context, body, bytes);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private async Task Drip(HttpContext context, Stream body, byte[] bytes)
    {
        try
        {
            var pause = faults.Options.Hold / Math.Max(1, bytes.Length);
            for (var i = 0; i < bytes.Length; i++)
            {
                await body.WriteAsync(bytes.AsMemory(i, 1), context.RequestAborted);
                await body.FlushAsync(context.RequestAborted);
                await Task.Delay(pause, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task Hold(HttpContext context)
    {
        try
        {
            await Task.Delay(faults.Options.Hold, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The sender gave up, which is what this fault is for.
        }

        context.Abort();
    }

    private static Task Plain(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }
}
