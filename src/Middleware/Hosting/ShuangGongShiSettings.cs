using CreditKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>Settings in their order: the data folder's file, the host's configuration, code.</summary>
internal sealed class ShuangGongShiSettings(IConfiguration? configuration, IHostEnvironment? environment, Action<ShuangGongShiOptions>? code) : IConfigureOptions<ShuangGongShiOptions>
{
    public void Configure(ShuangGongShiOptions options)
    {
        // Which folder it is may itself be set by configuration or code, so they are asked once before.
        var probe = new ShuangGongShiOptions();
        Apply(probe);
        if (!probe.PublicOnly) BuiltInData.ReadAhead();
        var folder = Absolute(probe.DataDirectory);

        SettingsFile.Bind(folder, null, options);
        Apply(options);
        options.DataDirectory = folder;
        if (options.KeyFile is { } key) options.KeyFile = Absolute(key);
    }

    private void Apply(ShuangGongShiOptions options)
    {
        try
        {
            configuration?.GetSection(CreditKitOptions.Section).Bind(options);
        }
        catch (InvalidOperationException fault)
        {
            throw SettingsFault.Of(fault);
        }

        code?.Invoke(options);
    }

    private string Absolute(string path) => Path.GetFullPath(path, environment?.ContentRootPath ?? Directory.GetCurrentDirectory());
}
