using CreditKit.Cases;
using CreditKit.Publication;
using CreditKit.Publication.Lists;
using CreditKit.Templates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CreditKit.AspNetCore;

/// <summary>What the pages need in the service collection, beside an <see cref="IPublicQuery"/> that the host of the column brings.</summary>
internal static class ColumnServices
{
    public static IServiceCollection AddColumn(this IServiceCollection services)
    {
        services.AddOptions<ShuangGongShiOptions>();
        services.AddHttpContextAccessor();
        services.AddColumnDocument();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Column>();
        services.TryAddSingleton(p => new ColumnExtras(p.GetServices<ISubjectListProvider>(), p.GetService<PublicFiles>(),
            Options(p).Cases.Enabled && p.GetService<IServiceProviderIsService>()?.IsService(typeof(ICaseInbox)) == true ? new Lazy<ICaseInbox>(p.GetRequiredService<ICaseInbox>) : null));
        services.TryAddSingleton<RepairGuideline>();
        services.TryAddSingleton(p => new ColumnAssets(Options(p).Look, ContentRoot(p)));
        services.TryAddSingleton(p => new ResponseCache(Options(p).PageCacheBytes));
        services.TryAddSingleton<ITemplateRenderer>(p =>
        {
            var look = Options(p).Look;
            var root = ContentRoot(p);
            return new HandlebarsRenderer(new TemplateSet(In(look.TemplateDirectory), In(look.HeaderFile), In(look.FooterFile), p.GetService<IHostEnvironment>()?.IsDevelopment() == true, look.RazorLayout is not null));

            string? In(string? file) => file is null ? null : Path.Combine(root, file);
        });
        services.TryAddScoped(p => new SiteUrls(p.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.PathBase ?? default, Options(p).RoutePrefix));
        return services;
    }

    private static ShuangGongShiOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value;

    private static string ContentRoot(IServiceProvider services) => services.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory;
}
