using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ProvincialPortal.Contract;
using ProvincialPortal.Store;

namespace ProvincialPortal.Pages;

/// <summary>What a person sees: how much arrived, and the newest rows.</summary>
internal static class HomePage
{
    private const string Style = """
        *{box-sizing:border-box}body{margin:0;font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1f2937;background:#f3f5f8}
        header{background:#12395f;color:#fff;padding:28px 0 72px}main,.in{max-width:1120px;margin:0 auto;padding:0 20px}
        h1{font-size:26px;margin:0;letter-spacing:1px}header p{margin:6px 0 0;color:#c9d8e8;font-size:14px}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:14px;margin-top:-48px}
        .tile{background:#fff;border-radius:8px;padding:16px 18px;box-shadow:0 1px 3px #0f2a4420}
        .tile b{display:block;font-size:28px;line-height:1.2;color:#12395f;font-variant-numeric:tabular-nums}.tile span{font-size:14px;color:#566273}
        section{background:#fff;border-radius:8px;margin:20px 0 32px;box-shadow:0 1px 3px #0f2a4420;overflow:hidden}
        h2{font-size:18px;margin:0;padding:16px 20px;border-bottom:1px solid #e4e9ef}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}
        th{font-weight:600;text-align:left;color:#566273;background:#fafbfc;white-space:nowrap}th,td{padding:10px 14px;border-bottom:1px solid #eef1f5}
        td.n{white-space:nowrap;font-variant-numeric:tabular-nums}td.w{min-width:220px}
        .mark{display:inline-block;border-radius:4px;padding:0 8px;font-size:13px;white-space:nowrap}.live{background:#e3f3ea;color:#14623a}.gone{background:#eceff3;color:#4b5563}.hush{background:#fdf0db;color:#7a4b00}
        .find{display:flex;gap:14px;flex-wrap:wrap;align-items:center;margin:-48px 0 0;background:#fff;border-radius:8px;padding:16px 18px;box-shadow:0 1px 3px #0f2a4420}
        .find input:not([type]){font:inherit;padding:4px 8px;border:1px solid #8a96a6;border-radius:4px}.find button{font:inherit;padding:4px 18px;border:0;border-radius:4px;background:#12548f;color:#fff}
        .empty{padding:48px 20px;text-align:center;color:#566273}footer{font-size:13px;color:#566273;padding:0 0 32px}a{color:#12548f}
        """;

    public static IResult Show(PortalStore store)
    {
        var counts = store.Counts();
        var rows = store.Rows(withWithdrawn: true, limit: 50);
        var page = Start("省级信用平台（模拟）").Append("<div class=\"tiles\">");
        Tile(page, counts.Licenses, "行政许可（在库）");
        Tile(page, counts.Penalties, "行政处罚（在库）");
        Tile(page, counts.NotPublic, "其中标记不公示");
        Tile(page, counts.Withdrawn, "已撤下");
        Tile(page, counts.Rejected, "校验不通过（次）");
        Tile(page, counts.Repeats, "重复推送（未重复生效）");
        page.Append("</div><section><h2>最近接收</h2>");
        Table(page, rows);
        return End(page.Append("</section>"), "全部数据：<a href=\"/received\">/received</a>　接口说明：<a href=\"/openapi.json\">/openapi.json</a>");
    }

    /// <summary>Head and banner.</summary>
    public static StringBuilder Start(string title) => new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").Append(title).Append("</title><style>")
        .Append(Style).Append("</style></head><body><header><div class=\"in\"><h1>省级信用信息共享平台（模拟）</h1><p>仅供开发与测试：接收“双公示”数据，逐行校验并出具回执</p></div></header><main>");

    /// <summary>Foot, and the answer.</summary>
    public static IResult End(StringBuilder page, string footer) =>
        Results.Content(page.Append("<footer>").Append(footer).Append("</footer></main></body></html>").ToString(), "text/html; charset=utf-8");

    /// <summary>Rows, or a word that there are none.</summary>
    public static void Table(StringBuilder page, IReadOnlyList<ReceivedRow> rows)
    {
        if (rows.Count == 0)
        {
            page.Append("<p class=\"empty\">还没有收到数据。报送单位开始报送后，这里会列出最近接收的数据。</p>");
            return;
        }

        page.Append("<div class=\"scroll\"><table><thead><tr><th>类别</th><th>决定文书号</th><th>行政相对人</th><th>决定日期</th><th>公示至</th><th>状态</th><th>版本</th><th>最近接收</th></tr></thead><tbody>");
        foreach (var row in rows) Row(page, row);
        page.Append("</tbody></table></div>");
    }

    private static void Tile(StringBuilder page, int number, string label) =>
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"tile\"><b>{number:N0}</b><span>{label}</span></div>");

    private static void Row(StringBuilder page, ReceivedRow row)
    {
        page.Append("<tr>");
        Cell(row.Kind, "n");
        Cell(row.DocumentNumber, "n");
        Cell(row.Counterpart, "w");
        Cell(row.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), "n");
        Cell(row.LastDisclosedDay?.ToString("O", CultureInfo.InvariantCulture) ?? (row.State == "在库" ? "长期" : null), "n");
        page.Append("<td class=\"n\"><span class=\"mark ").Append(row.State == "在库" ? "live" : "gone").Append("\">").Append(row.State).Append("</span>")
            .Append(row.NotPublic ? " <span class=\"mark hush\">不公示</span>" : "").Append("</td>");
        Cell(row.Revision.ToString(CultureInfo.InvariantCulture), "n");
        Cell(row.LastReceivedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), "n");
        page.Append("</tr>");

        void Cell(string? text, string css) => page.Append("<td class=\"").Append(css).Append("\">").Append(HtmlEncoder.Default.Encode(text ?? "—")).Append("</td>");
    }
}
