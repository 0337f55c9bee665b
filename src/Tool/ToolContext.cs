using System.CommandLine;
using CreditKit.Tool.Output;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CreditKit.Tool;

/// <summary>What a call was made with: settings, streams, and whether a program or a person reads the answer.</summary>
internal sealed class ToolContext
{
    private ToolContext(CreditKitOptions options, bool json, TextWriter output, TextWriter error, TimeProvider time)
    {
        Options = options;
        Json = json;
        Output = output;
        Error = error;
        Time = time;
    }

    /// <summary>Settings: shuanggongshi.json of the data folder, then environment variables (ShuangGongShi__…), then the call.</summary>
    public CreditKitOptions Options { get; }

    /// <summary>One JSON object on standard output.</summary>
    public bool Json { get; }

    public TextWriter Output { get; }

    /// <summary>The output as bytes, for answers that are written while a file is being read.</summary>
    public Stream OutputStream => ReferenceEquals(Output, Console.Out) ? Console.OpenStandardOutput() : new WriterStream(Output);

    public TextWriter Error { get; }

    public TimeProvider Time { get; }

    /// <summary>Who runs the tool, for the audit chain.</summary>
    public static string Actor => $"creditkit:{Environment.UserName}";

    public static ToolContext From(ParseResult parsed, TimeProvider time)
    {
        var data = parsed.GetValue(Shared.Data)!;
        var options = SettingsFile.Load(data, builder => builder.AddInMemoryCollection(EnvironmentSettings()));
        options.DataDirectory = data;
        foreach (var authority in parsed.GetValue(Shared.Authority) ?? [])
            options.Authorities.Add(new AuthorityOptions { Name = authority.Name, CreditCode = authority.CreditCode });
        return new ToolContext(options, parsed.GetValue(Shared.Json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, time);
    }

    /// <summary>A sentence for every setting whose name is unknown.</summary>
    public IReadOnlyList<string> UnknownSettings() =>
        SettingsFile.Unknown(Options.DataDirectory, typeof(CreditKitOptions), builder => builder.AddInMemoryCollection(EnvironmentSettings()), SettingsNames.OfTheSite);

    private static IEnumerable<KeyValuePair<string, string?>> EnvironmentSettings() =>
        from System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let name = ((string)variable.Key).Replace("__", ":", StringComparison.Ordinal)
        where name.StartsWith(CreditKitOptions.Section + ":", StringComparison.OrdinalIgnoreCase)
        select KeyValuePair.Create(name, (string?)variable.Value);

    /// <summary>The engine over a ledger that must be there: a mistyped folder is not answered with an empty one.</summary>
    public CreditKitEngine OpenExisting(ILoggerFactory? loggers = null) => File.Exists(Options.LedgerPath)
        ? CreditKitEngine.Open(Options, Time, loggers)
        : throw new CreditKitException("CK1204", $"数据目录中没有台账：{Path.GetFullPath(Options.DataDirectory)}。", "请核对 --data 写的目录；第一次使用请先运行 creditkit import。");

    public CreditKitEngine OpenEngine() => CreditKitEngine.Open(Options, Time);
}
