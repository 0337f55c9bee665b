using System.Text.Json;
using CreditKit.AspNetCore;
using CreditKit.Intake;
using CreditKit.Records;
using Microsoft.Extensions.Options;
using ProvincialPortal;

namespace AgencySite;

/// <summary>
/// What makes this a demonstration and would not be in an agency's own site: a stand-in of the provincial portal on its
/// own port, and invented data that come in through the same intake as anyone's on the first start.
/// </summary>
internal sealed class Demonstration(IServiceProvider services, IOptions<ShuangGongShiOptions> options, IHostEnvironment environment) : IHostedService, IAsyncDisposable
{
    private WebApplication? _portal;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.PublicOnly) return;
        var folder = options.Value.DataDirectory;
        var province = options.Value.Channels["province"];
        _portal = ProvincialPortalApp.Build([], portal =>
        {
            portal.Port = province.BaseAddress!.Port;
            portal.Token = province.Token!;
            portal.Database = Path.Combine(folder, "..", "portal", "portal.db");
        });
        await _portal.StartAsync(cancellationToken);

        var done = Path.Combine(folder, "sample-data-imported");
        if (File.Exists(done)) return;
        await ImportAsync(Path.Combine(AppContext.BaseDirectory, "SampleData"), cancellationToken);
        await File.WriteAllTextAsync(done, "", cancellationToken);
    }

    private async Task ImportAsync(string samples, CancellationToken cancellationToken)
    {
        services.GetRequiredService<ICatalogueIntake>().Import(Path.Combine(samples, "catalogue.json"), environment.ApplicationName);
        var files = services.GetRequiredService<IFileIntake>();
        foreach (var name in new[] { "licences.csv", "penalties.xlsx", "corrections.csv" })
            await files.ImportAsync(Path.Combine(samples, name), null, environment.ApplicationName, null, cancellationToken);

        var intake = services.GetRequiredService<IRecordIntake>();
        await using var list = File.OpenRead(Path.Combine(samples, "withdrawals.json"));
        foreach (var item in (await JsonSerializer.DeserializeAsync<SampleWithdrawal[]>(list, JsonSerializerOptions.Web, cancellationToken))!)
            foreach (var id in await intake.FindAsync(item.DocumentNumber, item.Counterpart, cancellationToken))
                await intake.WithdrawAsync(id, Enum.Parse<WithdrawalGround>(item.Ground), item.Reason, environment.ApplicationName, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _portal?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _portal?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed record SampleWithdrawal(string DocumentNumber, string Counterpart, string Ground, string Reason);
}
