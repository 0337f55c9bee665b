namespace CreditKit.AspNetCore;

/// <summary>
/// Settings of the 双公示 column, beside those that it shares with the command line. <c>shuanggongshi.json</c> in the data
/// folder is bound first, then section <c>ShuangGongShi</c> of the host's configuration; code comes last.
/// </summary>
public sealed class ShuangGongShiOptions : CreditKitOptions
{
    /// <summary>The agency's site: tags that inspections read, footer entries.</summary>
    public SiteOptions Site { get; } = new();

    /// <summary>The look: colours, header, footer, templates of the agency's own.</summary>
    public LookOptions Look { get; } = new();

    /// <summary>The HTTP intake for approval and penalty systems (<c>app.MapShuangGongShiIntake()</c>).</summary>
    public IntakeOptions Intake { get; } = new();

    /// <summary>Where the column stands under the site, beginning with a slash and without one at the end.</summary>
    /// <value>Default <c>/shuanggongshi</c>.</value>
    public string RoutePrefix { get; set; } = "/shuanggongshi";

    /// <summary>
    /// The public address of the site, e.g. <c>https://www.example.gov.cn</c>, for what must carry absolute addresses:
    /// feeds, sitemap, share cards. With a path (<c>https://www.example.gov.cn/portal</c>) it says where the site stands for
    /// visitors, whatever path base the requests carry. The Host header of a request is never used. Null: those answer 404 with this remedy.
    /// </summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>
    /// The column alone, on another machine than the ledger: it serves the snapshot <c>public.db</c> in the data folder that
    /// <c>creditkit ship</c> made, and opens no ledger, no key and no channel. A snapshot that is replaced is noticed within a
    /// second; a withdrawal reaches visitors with the next one.
    /// </summary>
    /// <value>Default false.</value>
    public bool PublicOnly { get; set; }

    /// <summary>Where objection and enquiry forms are, when they are not on this site. Null: the page names telephone, mail and address.</summary>
    public string? FormsUrl { get; set; }

    /// <summary>Where credit repair is applied for. Null: the page names 信用中国, the national window.</summary>
    public string? RepairUrl { get; set; }

    /// <summary>Within what time decisions are published, in words (发改办财金〔2018〕424号 (五)).</summary>
    /// <value>Default <c>七个工作日</c>.</value>
    public string DeadlineText { get; set; } = "七个工作日";

    /// <summary>Rows of a list page, 5 to 100.</summary>
    /// <value>Default 20.</value>
    public int PageSize { get; set; } = 20;

    /// <summary>Systems that are told of publications and withdrawals, by a name of your choice. None by default.</summary>
    public Dictionary<string, WebhookOptions> Webhooks { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often one client may search and download.</summary>
    public LimitOptions Limits { get; } = new();

    /// <summary>
    /// Which sites may show the small list pages under <c>/embed</c> in a frame, as a source list of the CSP's
    /// <c>frame-ancestors</c>, e.g. <c>https://*.gov.cn</c>. The pages hold links only.
    /// </summary>
    /// <value>Default <c>*</c>: any.</value>
    public string EmbedAllowedBy { get; set; } = "*";

    /// <summary>Memory for rendered pages, in bytes; 0 switches the cache off.</summary>
    /// <value>Default 64 MiB.</value>
    public long PageCacheBytes { get; set; } = 64L << 20;
}
