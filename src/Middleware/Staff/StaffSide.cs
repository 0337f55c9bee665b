using System.Text;
using CreditKit.AspNetCore.Hosting;
using CreditKit.Reporting;
using CreditKit.Standards;
using CreditKit.Templates;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What the pages of the staff side are made with.</summary>
internal sealed class StaffSide
{
    private readonly EngineHolder _holder;
    private readonly ReportingService _reporting;
    private readonly Dictionary<string, StoredResponse> _files;

    public StaffSide(EngineHolder holder, ReportingService reporting, IOptions<ShuangGongShiOptions> options, IAntiforgery antiforgery, TimeProvider time)
    {
        (_holder, _reporting) = (holder, reporting);
        Options = options.Value;
        Antiforgery = antiforgery;
        Time = time;
        var color = Options.Look.Color is { } own ? ThemeColor.Css(own) : "";
        _files = new(StringComparer.Ordinal)
        {
            ["column.css"] = new([.. EmbeddedFile.Read("assets/column.css"), .. Encoding.UTF8.GetBytes(color)], "text/css; charset=utf-8"),
            ["staff.css"] = new(EmbeddedFile.Read("assets/staff.css"), "text/css; charset=utf-8"),
            ["column.js"] = new(EmbeddedFile.Read("assets/column.js"), "text/javascript; charset=utf-8"),
            ["staff.js"] = new(EmbeddedFile.Read("assets/staff.js"), "text/javascript; charset=utf-8"),
        };
    }

    public ShuangGongShiOptions Options { get; }

    /// <summary>Whether the host mapped the pages.</summary>
    public bool Mapped { get; set; }

    public IAntiforgery Antiforgery { get; }

    public TimeProvider Time { get; }

    public ImportJobs Imports { get; } = new();

    public StaffRenderer Renderer { get; } = new();

    /// <summary>The edition that new records follow.</summary>
    public StandardEdition Edition => field ??= StandardEditions.Load(Path.Combine(Options.DataDirectory, "standards")).Current;

    public CreditKitEngine Engine => _holder.Engine;

    /// <summary>The channel as the site reports over it; null when reporting does not run here.</summary>
    public ReportLine? Line(string channel) => _reporting.Lines.FirstOrDefault(l => l.Options.Name == channel);

    public string Asset(string name) => $"/assets/{_files[name].Hash}/{name}";

    public (StoredResponse? File, bool Current) Find(string hash, string name) =>
        _files.TryGetValue(name, out var file) ? (file, file.Hash == hash) : (null, false);
}
