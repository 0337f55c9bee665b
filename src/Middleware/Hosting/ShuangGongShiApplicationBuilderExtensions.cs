using CreditKit.AspNetCore;
using CreditKit.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the 双公示 column on a site.</summary>
public static class ShuangGongShiApplicationBuilderExtensions
{
    /// <summary>
    /// Maps the column under <see cref="ShuangGongShiOptions.RoutePrefix"/> (default <c>/shuanggongshi</c>): pages, feeds,
    /// open data and JSON; anonymous, GET and HEAD only.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The endpoints, for conventions of the host.</returns>
    /// <exception cref="InvalidOperationException">Without <c>AddShuangGongShi</c>, or called twice.</exception>
    public static IEndpointConventionBuilder UseShuangGongShi(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app is IEndpointRouteBuilder endpoints) return endpoints.MapShuangGongShi();

        // A classic pipeline has no endpoints of its own at this point: give the column its own.
        IEndpointConventionBuilder? group = null;
        app.UseRouting();
        app.UseEndpoints(routes => group = routes.MapShuangGongShi());
        return group!;
    }

    /// <summary>The same as endpoints, for hosts that map their own.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <returns>The endpoints, for conventions of the host.</returns>
    public static IEndpointConventionBuilder MapShuangGongShi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var marker = endpoints.ServiceProvider.GetService<ShuangGongShiMarker>()
            ?? throw new InvalidOperationException("CK1102：没有注册双公示服务。请在 builder.Build() 之前加上：builder.Services.AddShuangGongShi(o => { o.Agency.Name = \"…\"; o.Agency.CreditCode = \"…\"; });");
        if (marker.Mapped) throw new InvalidOperationException("CK1103：UseShuangGongShi（或 MapShuangGongShi）被调用了两次。请只保留一处。");
        marker.Mapped = true;

        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value;
        return ColumnEndpoints.Map(endpoints, options.RoutePrefix);
    }
}
