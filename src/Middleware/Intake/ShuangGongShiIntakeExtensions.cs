using CreditKit.AspNetCore;
using CreditKit.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Opens the way in for approval and penalty systems.</summary>
public static class ShuangGongShiIntakeExtensions
{
    /// <summary>
    /// Maps the intake: <c>POST records</c> takes one row or many and answers each; <c>GET records/{id}</c> tells where a
    /// record stands; <c>POST records/{id}/withdrawal</c> takes it down; <c>GET openapi.json</c> describes it. Bearer keys of
    /// section <c>ShuangGongShi:Intake</c>; HTTPS, or plain HTTP from this machine only. Never mapped by itself.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="pattern">Where, beginning with a slash; apart from the public column, so that a proxy can shut it to the outside.</param>
    /// <returns>The endpoints, for conventions of the host.</returns>
    /// <exception cref="InvalidOperationException">CK1102: without <c>AddShuangGongShi</c>; CK1611 to CK1613: no key, or one that cannot be right.</exception>
    public static IEndpointConventionBuilder MapShuangGongShiIntake(this IEndpointRouteBuilder endpoints, string pattern = "/shuanggongshi-intake")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        var services = endpoints.ServiceProvider;
        var options = services.GetService<ShuangGongShiMarker>() is null
            ? throw new InvalidOperationException("CK1102：没有注册双公示服务。请在 builder.Build() 之前加上：builder.Services.AddShuangGongShi(…);")
            : services.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value;
        var clients = IntakeClient.All(options.Intake, options.DataDirectory);
        var guard = new IntakeGuard(clients, options.Intake, services.GetRequiredService<TimeProvider>());
        var intake = new IntakeEndpoints(services.GetRequiredService<EngineHolder>(), options.Intake, guard, services.GetRequiredService<ILogger<IntakeEndpoints>>());

        // The key is the authorization; the host's fallback policy knows nothing of it.
        var group = endpoints.MapGroup(pattern).AllowAnonymous().WithGroupName(IntakeDocument.Name).WithTags("接收");
        const string Problem = "application/problem+json";
        group.MapPost("/records", (Delegate)((HttpContext http) => intake.TakeAsync(http))).WithMetadata(new IncludeInIntake(), new TakesRows()).WithSummary("提交一条或多条，逐行答复")
            .Produces<IntakeAnswer>().Produces<IntakeProblem>(400, Problem).Produces<IntakeProblem>(401, Problem).Produces<IntakeProblem>(413, Problem).Produces<IntakeProblem>(422, Problem).Produces<IntakeProblem>(429, Problem);
        group.MapGet("/records/{id}", (HttpContext http, string id) => intake.FindAsync(http)).WithMetadata(new IncludeInIntake()).WithSummary("一条记录的状态：是否公示、为什么")
            .Produces<IntakeState>().Produces<IntakeProblem>(404, Problem);
        group.MapPost("/records/{id}/withdrawal", (HttpContext http, string id) => intake.WithdrawAsync(http)).WithMetadata(new IncludeInIntake()).WithSummary("撤下一条，当即生效")
            .Accepts<IntakeWithdrawal>("application/json").Produces<IntakeState>().Produces<IntakeProblem>(400, Problem).Produces<IntakeProblem>(404, Problem);
        group.MapGet("/openapi.json", IntakeDocument.WriteAsync).ExcludeFromDescription();
        return group;
    }
}
