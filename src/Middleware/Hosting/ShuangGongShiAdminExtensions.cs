using System.Text.RegularExpressions;
using CreditKit;
using CreditKit.AspNetCore;
using CreditKit.AspNetCore.Hosting;
using CreditKit.AspNetCore.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the staff side of the 双公示 column on a site.</summary>
public static partial class ShuangGongShiAdminExtensions
{
    /// <summary>
    /// Maps the staff side under <see cref="StaffOptions.RoutePrefix"/> (default <c>/shuanggongshi-admin</c>): entry, review,
    /// cases, reporting, assessment, audit. Never mapped by itself. Identity is the host's: whoever meets the policy enters, and
    /// the roles of <see cref="StaffOptions"/> say what he may do.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="policy">Name of an authorization policy of the host.</param>
    /// <returns>The endpoints, for conventions of the host.</returns>
    /// <exception cref="InvalidOperationException">Without <c>AddShuangGongShi</c> or <c>AddAuthorization</c>, or the policy does not exist.</exception>
    public static IEndpointConventionBuilder MapShuangGongShiAdmin(this IEndpointRouteBuilder endpoints, string policy)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(policy);
        var services = endpoints.ServiceProvider;
        if (services.GetService<ShuangGongShiMarker>() is null)
            throw new InvalidOperationException("CK1102：没有注册双公示服务。请在 builder.Build() 之前加上：builder.Services.AddShuangGongShi(o => { o.Agency.Name = \"…\"; o.Agency.CreditCode = \"…\"; });");
        var policies = services.GetService<IAuthorizationPolicyProvider>()
            ?? throw new InvalidOperationException("CK1104：管理端需要网站自己的登录和授权。请在 builder.Build() 之前加上：builder.Services.AddAuthentication(…) 和 builder.Services.AddAuthorization(…)。");
        if (policies.GetPolicyAsync(policy).GetAwaiter().GetResult() is null)
            throw new InvalidOperationException($"CK1105：没有名为“{policy}”的授权策略。请加上：builder.Services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", p => p.RequireAuthenticatedUser());");
        var options = services.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value;
        if (!Prefix().IsMatch(options.Staff.RoutePrefix) || options.Staff.RoutePrefix.Equals(options.RoutePrefix, StringComparison.OrdinalIgnoreCase))
            throw new CreditKitException("CK1604", $"Staff.RoutePrefix 的值“{options.Staff.RoutePrefix}”不能用作地址。", "应以 / 开头、不以 / 结尾，只含字母、数字、- 和 _，并且不同于专栏的地址，例如 /shuanggongshi-admin。");
        return StaffEndpoints.Map(endpoints, services.GetRequiredService<StaffSide>(), policy);
    }

    [GeneratedRegex("^(/[A-Za-z0-9_-]+)+$")]
    private static partial Regex Prefix();
}
