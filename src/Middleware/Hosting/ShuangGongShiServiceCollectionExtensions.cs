using CreditKit;
using CreditKit.AspNetCore;
using CreditKit.AspNetCore.Hosting;
using CreditKit.Cases;
using CreditKit.AspNetCore.Webhooks;
using CreditKit.Intake;
using CreditKit.Publication.Lists;
using CreditKit.Ledger.Access;
using CreditKit.Review;
using CreditKit.Review.Attachments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the 双公示 column and the road behind it.</summary>
public static class ShuangGongShiServiceCollectionExtensions
{
    /// <summary>
    /// Adds the column. Settings are bound from <c>shuanggongshi.json</c> in the data folder, then from section
    /// <c>ShuangGongShi</c> of the host's configuration, then by <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Settings in code; they come last.</param>
    /// <returns>A builder to add reporting channels with <see cref="ShuangGongShiBuilder.ReportTo{TChannel}"/>.</returns>
    /// <exception cref="InvalidOperationException">Called twice on the same services.</exception>
    public static ShuangGongShiBuilder AddShuangGongShi(this IServiceCollection services, Action<ShuangGongShiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(s => s.ServiceType == typeof(ShuangGongShiMarker)))
            throw new InvalidOperationException("CK1101：AddShuangGongShi 被调用了两次。请只保留一处，把设置合并在一起。");

        services.AddSingleton<ShuangGongShiMarker>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IConfigureOptions<ShuangGongShiOptions>>(provider => new ShuangGongShiSettings(
            provider.GetService<IConfiguration>(), provider.GetService<IHostEnvironment>(), configure));

        services.AddSingleton(provider => new EngineHolder(
            provider.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider));
        services.AddSingleton(provider => provider.GetRequiredService<EngineHolder>().Query);
        services.AddSingleton<IRecordIntake>(provider => provider.GetRequiredService<EngineHolder>().Engine.Intake);
        services.AddSingleton<ICatalogueIntake>(provider => provider.GetRequiredService<EngineHolder>().Engine.Catalogues);
        services.AddSingleton<IListIntake>(provider => provider.GetRequiredService<EngineHolder>().Engine.Lists);
        services.AddSingleton<IFileIntake>(provider => provider.GetRequiredService<EngineHolder>().Engine.Files);
        services.AddSingleton<ICaseInbox>(provider => provider.GetRequiredService<EngineHolder>().Engine.Cases.Inbox);
        services.AddSingleton<IReviewDesk>(provider => provider.GetRequiredService<EngineHolder>().Engine.Reviews);
        services.AddSingleton<IAttachmentDesk>(provider => provider.GetRequiredService<EngineHolder>().Engine.Attachments);
        services.AddSingleton<IAccessRegister>(provider => provider.GetRequiredService<EngineHolder>().Engine.Access);
        services.AddHealthChecks().AddCheck<AuditHealthCheck>(AuditHealthCheck.Name).AddCheck<CustodyHealthCheck>(CustodyHealthCheck.Name);
        services.AddHostedService<EngineService>();
        services.AddSingleton(PublicFilesOf);
        services.AddSingleton<ISubjectListProvider>(provider => provider.GetRequiredService<PublicFiles>());
        services.AddHostedService<WebhookService>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PullService>(provider, provider.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value));
        services.AddIntakeDocument();
        services.AddSingleton<ReportingService>();
        services.AddHostedService(provider => provider.GetRequiredService<ReportingService>());
        services.AddHealthChecks().AddCheck<ReportingHealthCheck>(ReportingHealthCheck.Name);
        services.AddColumn();
        services.AddAntiforgery();
        services.TryAddSingleton<CreditKit.AspNetCore.Staff.StaffSide>();
        services.AddHostedService<CreditKit.AspNetCore.Staff.StaffFollower>();
        return new ShuangGongShiBuilder(services);
    }

    private static PublicFiles PublicFilesOf(IServiceProvider provider)
    {
        var holder = provider.GetRequiredService<EngineHolder>();
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger("CreditKit.Lists");
        return new PublicFiles(
            provider.GetRequiredService<IOptions<ShuangGongShiOptions>>().Value.DataDirectory,
            text => holder.Engine.Desensitizer.MaskText(text).Text,
            name => holder.Engine.Desensitizer.MaskText(name, [name]).Text,
            wrong => { if (logger is not null) PublicFilesLog.Wrong(logger, wrong.Message); });
    }
}
