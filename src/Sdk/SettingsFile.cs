using Microsoft.Extensions.Configuration;

namespace CreditKit;

/// <summary>
/// The configuration that site and tool share: <c>shuanggongshi.json</c> in the data folder is the base, what the caller
/// adds overrides it. The file may hold the section <c>ShuangGongShi</c> or its content at the top.
/// </summary>
internal static class SettingsFile
{
    public const string Name = "shuanggongshi.json";

    /// <summary>The settings of a data folder.</summary>
    public static CreditKitOptions Load(string dataDirectory, Action<IConfigurationBuilder>? further = null)
    {
        var options = new CreditKitOptions { DataDirectory = dataDirectory };
        Bind(dataDirectory, further, options);
        return options;
    }

    /// <summary>Binds the settings of a data folder onto options that exist.</summary>
    public static void Bind(string dataDirectory, Action<IConfigurationBuilder>? further, CreditKitOptions options)
    {
        var path = Path.GetFullPath(Path.Combine(dataDirectory, Name));
        var builder = new ConfigurationBuilder();
        builder.AddJsonFile(path, optional: true, reloadOnChange: false);
        further?.Invoke(builder);
        try
        {
            var configuration = builder.Build();
            var section = configuration.GetSection(CreditKitOptions.Section);
            if (File.Exists(path) && !new ConfigurationBuilder().AddJsonFile(path).Build().GetSection(CreditKitOptions.Section).Exists()) configuration.Bind(options);
            section.Bind(options);
            Check(path, options, configuration.GetSection(nameof(CreditKitOptions.Authorities)).Exists() || section.GetSection(nameof(CreditKitOptions.Authorities)).Exists());
        }
        catch (InvalidDataException e)
        {
            throw new CreditKitException("CK1001", $"配置文件不是有效的 JSON：{path}。", "请检查逗号、引号和括号是否成对。", e);
        }
        catch (InvalidOperationException e)
        {
            throw new CreditKitException("CK1002", $"配置中有无法识别的值：{path}。", SettingsFault.Remedy(e), e);
        }
    }

    /// <summary>A sentence for every setting of a data folder whose name is unknown.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="type">The options that are bound.</param>
    /// <param name="further">Further sources, as in <see cref="Bind"/>.</param>
    /// <param name="elsewhere">Names at the top that belong to somebody else.</param>
    public static IReadOnlyList<string> Unknown(string dataDirectory, Type type, Action<IConfigurationBuilder>? further = null, IReadOnlyList<string>? elsewhere = null)
    {
        var path = Path.GetFullPath(Path.Combine(dataDirectory, Name));
        var file = new ConfigurationBuilder().AddJsonFile(path, optional: true, reloadOnChange: false).Build();
        var builder = new ConfigurationBuilder();
        further?.Invoke(builder);
        var section = file.GetSection(CreditKitOptions.Section);
        return [.. SettingsNames.Unknown(section.Exists() ? section : file, type, elsewhere), .. SettingsNames.Unknown(builder.Build().GetSection(CreditKitOptions.Section), type, elsewhere)];
    }

    // A list of accepted agencies that cannot be read must not come out as "any".
    private static void Check(string path, CreditKitOptions options, bool authoritiesStated)
    {
        if (authoritiesStated && options.Authorities.Count == 0)
            throw new CreditKitException("CK1003", $"配置中的 Authorities 无法识别：{path}。", "请写成 [ { \"Name\": \"单位全称\", \"CreditCode\": \"18 位统一社会信用代码\" } ]；不限定单位时删去这一项。");
        foreach (var authority in options.Authorities)
            if (authority.CreditCode is { Length: > 0 } code && !Records.UnifiedSocialCreditCode.IsValid(code))
                throw new CreditKitException("CK1003", $"配置中“{authority.Name}”的统一社会信用代码不正确：{path}。", "请核对 18 位代码和校验位。");
    }
}
